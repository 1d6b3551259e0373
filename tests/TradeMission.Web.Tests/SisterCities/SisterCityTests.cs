using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.SisterCities;

public sealed class SisterCityTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly string Bandung = $"/sister-cities/{World.Ids.Bandung}";

    private static Dictionary<string, string?> Valid(string name) => new()
    {
        ["NameKo"] = name,
        ["NameEn"] = $"City {name}",
        ["Country"] = "RO",
        ["Region"] = "유럽",
        ["Kind"] = "Friendship",
        ["AgreedOn"] = "2012-05-01",
    };

    [Fact]
    public async Task Details_ShowsMissionsSupportAndExchangesOverTheYears()
    {
        var page = await (await portal.SignInAsync(World.Manager)).GetPageAsync($"{Bandung}?unit=usd");

        Assert.Contains("TM-2026-001", page.Texts("#missions tbody tr")[0], StringComparison.Ordinal);
        Assert.Contains("600,000.00", page.Texts("#missions tbody tr")[0], StringComparison.Ordinal);
        Assert.Contains("USD 3,000", page.Texts("#supports tr.sum")[0], StringComparison.Ordinal);
        Assert.Contains("청소년 합창단 초청", page.Texts("#exchanges")[0], StringComparison.Ordinal);
        Assert.Contains("최근 1년 안에 교류", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("main a[href$='/edit']"));
    }

    [Fact]
    public async Task Create_Edit_Delete_GoTheirWay()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var made = await officer.SubmitAsync(await officer.GetPageAsync("/sister-cities/new"), Valid("클루지나포카"));
        Assert.Contains("우호도시", made.Text, StringComparison.Ordinal);
        Assert.Contains("교류 기록 없음", made.Text, StringComparison.Ordinal);

        var edited = await officer.SubmitAsync(await officer.GetPageAsync($"{made.Address.AbsolutePath}/edit"), new() { ["NameLocal"] = "Cluj-Napoca" });
        Assert.Contains("Cluj-Napoca", edited.Text, StringComparison.Ordinal);

        var gone = await officer.SubmitAsync(await officer.GetPageAsync($"{made.Address.AbsolutePath}/delete"));
        Assert.Equal("/sister-cities", gone.Address.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync(made.Address.AbsolutePath)).Status);
    }

    [Theory]
    [InlineData("NameKo", "", "국문 이름")]
    [InlineData("Country", "ZZ", "ISO 3166에 없는 국가입니다")]
    [InlineData("AgreedOn", "2999-01-01", "1900년부터 오늘 사이")]
    public async Task Create_BadField_SaysSoAndSavesNothing(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var name = $"잘못 {field}";

        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/sister-cities/new"), new(Valid(name)) { [field] = typed });

        Assert.Contains(message, string.Join(' ', answer.Texts("#error-summary")), StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.False(await db.SisterCities.AnyAsync(city => city.NameEn == $"City {name}"));
    }

    [Fact]
    public async Task Create_NameThatIsThere_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync("/sister-cities/new"), new(Valid("또 반둥")) { ["NameEn"] = "Bandung", ["Country"] = "ID" });

        Assert.Contains("같은 국가에 같은 이름", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_OvertakenBySomebody_ShowsBothVersions()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var mine = await officer.GetPageAsync($"{Bandung}/edit");
        await officer.SubmitAsync(await officer.GetPageAsync($"{Bandung}/edit"), new() { ["Notes"] = "남의 메모" });

        var conflict = await officer.SubmitAsync(mine, new() { ["Notes"] = "내 메모" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("남의 메모", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("내 메모", conflict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Delete_WithWhatHangsOnIt_NamesItAndKeepsIt()
    {
        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync($"{Bandung}/delete");

        foreach (var hanging in new[] { "시장개척단 1건", "일반교류", "소개한 바이어 1개사" })
        {
            Assert.Contains(hanging, page.Text, StringComparison.Ordinal);
        }

        Assert.Empty(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task List_FindsDecomposedHangulAndFilters()
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Contains("반둥시", (await officer.GetPageAsync($"/sister-cities?q={Uri.EscapeDataString("반둥".Normalize(NormalizationForm.FormD))}")).Texts("tbody th")[0], StringComparison.Ordinal);
        Assert.Contains("조건에 맞는 자매도시가 없습니다", (await officer.GetPageAsync("/sister-cities?country=ID&kind=Friendship")).Text, StringComparison.Ordinal);
        Assert.NotEmpty((await officer.GetPageAsync("/sister-cities?sort=-last&page=9")).Texts("tbody th"));
    }

    /// <summary>A draft is no mission yet, one that is still to come ends no dormancy, and who was never active is the most dormant.</summary>
    [Fact]
    public async Task List_ByDormancy_CountsWhatHasHappened()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        await using (var db = own.Open())
        {
            var (never, old, coming) = (NewCity("한번도시", "Never"), NewCity("옛도시", "Old"), NewCity("올도시", "Coming"));
            db.AddRange(never, old, coming);
            await db.SaveChangesAsync();
            db.Add(new Exchange { SisterCityId = old.Id, HeldOn = new DateOnly(2015, 5, 1), Field = ExchangeField.Youth, Agreed = "홈스테이" });
            db.Add(new Exchange { SisterCityId = coming.Id, HeldOn = new DateOnly(2023, 5, 1), Field = ExchangeField.Youth, Agreed = "홈스테이" });
            var draft = World.NewMission("TM-2026-090", "준비", "Draft", new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 3), "유럽");
            draft.HostWith([never.Id]);
            var later = World.NewMission("TM-2027-090", "모집", "Recruiting", new DateOnly(2027, 3, 1), new DateOnly(2027, 3, 3), "유럽");
            later.HostWith([coming.Id]);
            later.ChangeStatus(MissionStatus.Recruiting, "계획대로", null, "TradeMission", TestDatabase.Start.UtcDateTime);
            db.AddRange(draft, later);
            await db.SaveChangesAsync();
        }

        var manager = await own.SignInAsync(World.Manager);
        var falling = await manager.GetPageAsync("/sister-cities?sort=-dormant&culture=en");
        var rising = await manager.GetPageAsync("/sister-cities?sort=dormant&culture=en");

        Assert.Equal(["Never", "Old", "Coming", "Bandung"], falling.Texts("tbody th a"));
        Assert.Equal(["Bandung", "Coming", "Old", "Never"], rising.Texts("tbody th a"));
        Assert.Equal(["–", "–", "1", "1"], falling.Texts("tbody td:nth-child(5)"));
        Assert.Equal(["–", "–", "1 Mar 2027", "2 Nov 2026"], falling.Texts("tbody td:nth-child(6)"));
        await ((IAsyncLifetime)own).DisposeAsync();

        static SisterCity NewCity(string ko, string en) => new() { NameKo = ko, NameEn = en, Country = "RO" };
    }

    [Fact]
    public async Task Exchange_CreateEditDelete_IsOnTheCitysTimelineAndOnTheMissionsPage()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var made = await officer.SubmitAsync(
            await officer.GetPageAsync($"{Bandung}/exchanges/new"),
            new() { ["Field"] = "Environment", ["HeldOn"] = "2026-11-02", ["MissionId"] = $"{World.Ids.Underway}", ["Agreed"] = "하천 정화 경험 공유", ["NextStep"] = "자료 교환", ["NextStepDueOn"] = "2026-12-01" });
        Assert.Contains("하천 정화 경험 공유", made.Texts("#exchanges")[0], StringComparison.Ordinal);
        Assert.Contains("하천 정화 경험 공유", made.Texts("#history")[0], StringComparison.Ordinal);
        Assert.Contains("하천 정화 경험 공유", (await officer.GetPageAsync($"/missions/{World.Ids.Underway}")).Texts("#exchange")[0], StringComparison.Ordinal);

        await using var db = portal.Open();
        var id = await db.Exchanges.Where(exchange => exchange.Field == ExchangeField.Environment).Select(exchange => exchange.Id).SingleAsync();
        await officer.SubmitAsync(await officer.GetPageAsync($"{Bandung}/exchanges/{id}/delete"));
        Assert.False(await db.Exchanges.AnyAsync(exchange => exchange.Id == id));
    }

    [Theory]
    [InlineData("Agreed", "", "협의 내용")]
    [InlineData("HeldOn", "2999-01-01", "오늘보다 뒤일 수 없습니다")]
    [InlineData("NextStepDueOn", "2026-12-01", "다음 단계")]
    public async Task Exchange_BadField_SaysSo(string field, string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.SubmitAsync(await officer.GetPageAsync($"{Bandung}/exchanges/new"), new() { ["Field"] = "Youth", ["Agreed"] = "내용", [field] = typed });

        Assert.Contains(message, string.Join(' ', answer.Texts("#error-summary")), StringComparison.Ordinal);
    }
}
