using System.Net;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

public sealed class ConsultationEntryTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_RunningMission_StartsAtTodaysStopInItsOwnTime()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.GetPageAsync(Entry.Address);

        Assert.Equal("2026-11-04", page.Field("[name=HeldOn]").Value);
        Assert.Equal("08:00", page.Field("[name=StartsAt]").Value);
        Assert.Equal($"{World.Ids.BandungStop}", page.Document.QuerySelector("[name=StopId] option[selected]")!.GetAttribute("value"));
        Assert.Equal("man", page.Document.QuerySelector("[name=AmountUnit][checked]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Post_TwoCurrencies_MovesTheTotalsOfMissionStopAndCompanyToTheCent()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await TotalsAsync();

        var saved = await officer.LogAsync(new(Entry.With("Saigon Beauty JSC", "두 통화 하나")) { ["Value"] = "12.345678", ["Pursued"] = "3.00005", ["PursuedExpectedOn"] = "2027-03-01" });
        await officer.LogAsync(new(Entry.With("PT Nusantara Retail", "두 통화 둘")) { ["Value"] = "1,234,567", ["AmountUnit"] = "usd", ["ValueCurrency"] = "KRW", ["UnitShownFor"] = "KRW" });

        Assert.Contains("상담을 기록했습니다", saved.Text, StringComparison.Ordinal);
        Assert.StartsWith("/missions/1/consultations/new", saved.Address.AbsolutePath, StringComparison.Ordinal);
        var first = await Entry.FindAsync(portal, "두 통화 하나");
        Assert.Equal((123_456.78m, "USD", 123_456.78m), (first!.Value!.Amount, first.Value.Currency, first.Value.BaseAmount));
        Assert.Equal((30_000.50m, new DateOnly(2027, 3, 1)), (Assert.Single(first.Deals).ContractAmount!.Value, first.Deals[0].ExpectedOn));
        var second = await Entry.FindAsync(portal, "두 통화 둘");
        Assert.Equal((1_234_567m, 0.00075m, new DateOnly(2026, 10, 30), "한국은행", 925.92525m), (second!.Value!.Amount, second.Value.Rate!.Value, second.Value.RateOn!.Value, second.Value.RateSource, second.Value.BaseAmount));
        foreach (var (was, now) in before.Zip(await TotalsAsync()))
        {
            Assert.Equal(
                (was.Consultations + 2, was.ConsultationValue + 123_456.78m + 925.92525m, was.ContractValue + 30_000.50m),
                (now.Consultations, now.ConsultationValue, now.ContractValue));
        }

        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_Valid_SaysWhoLoggedItAndKeepsCompanyStopCurrencyAndUnitForTheNext()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var next = await officer.LogAsync(new(Entry.With("Hanoi <Trade> & Co", "이어서"))
        {
            ["ParticipationId"] = $"{World.Ids.BUnderway}",
            ["StopId"] = $"{World.Ids.HanoiStop}",
            ["HeldOn"] = "2026-11-05",
            ["StartsAt"] = "",
            ["ValueCurrency"] = "KRW",
            ["UnitShownFor"] = "KRW",
            ["AmountUnit"] = "thousand",
            ["Value"] = "5",
            ["NextStep"] = "견본 발송",
            ["NextStepDueOn"] = "2026-11-20",
        });

        var saved = await Entry.FindAsync(portal, "이어서");
        Assert.Equal(("김담당", RecordedFrom.Page, 5_000m, "견본 발송", "김담당"), (saved!.LoggedByName, saved.From, saved.Value!.Amount, saved.NextStep, saved.NextStepOwner));
        Assert.Contains("상담을 기록했습니다", next.Text, StringComparison.Ordinal);
        Assert.Equal($"{World.Ids.BUnderway}", Selected(next, "ParticipationId"));
        Assert.Equal($"{World.Ids.HanoiStop}", Selected(next, "StopId"));
        Assert.Equal("KRW", Selected(next, "ValueCurrency"));
        Assert.Equal("thousand", next.Document.QuerySelector("[name=AmountUnit][checked]")!.GetAttribute("value"));
        Assert.Equal("2026-11-05", next.Field("[name=HeldOn]").Value);
        Assert.Equal("", next.Field("[name=BuyerName]").Value);
        Assert.Contains(next.Texts("#today li"), line => line.Contains("Hanoi <Trade> & Co", StringComparison.Ordinal));
        Assert.DoesNotContain("<Trade>", next.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ParticipationId", "", "참가기업")]
    [InlineData("ParticipationId", "3", "이 시장개척단의 참가기업이 아닙니다")]
    [InlineData("StopId", "3", "이 시장개척단의 방문지가 아닙니다")]
    [InlineData("BuyerName", "", "바이어를 적으십시오")]
    [InlineData("BuyerName", "Blocked Imports Ltd", "거래가 제한된 바이어입니다")]
    [InlineData("HeldOn", "", "날짜")]
    [InlineData("HeldOn", "2026-11-12", "앞뒤 7일")]
    [InlineData("HeldOn", "2026-10-25", "앞뒤 7일")]
    [InlineData("HeldOn", "어제", "어제")]
    [InlineData("Value", "육십만", "숫자로 적으십시오")]
    [InlineData("Value", "60만엔", "금액에 적은 통화(JPY)가 고른 통화(USD)와 다릅니다")]
    [InlineData("Value", "-1", "0보다 작을 수 없습니다")]
    [InlineData("Value", "100000001", "1조를 넘을 수 없습니다")]
    [InlineData("Value", "0.0000001", "소수 자릿수보다 많습니다")]
    [InlineData("Pursued", "1,5", "숫자로 적으십시오")]
    [InlineData("PursuedExpectedOn", "2027-01-01", "계약추진액 없이")]
    [InlineData("NextStepDueOn", "2026-12-01", "", "NextStep")]
    [InlineData("ValueCurrency", "XXZ", "ISO 4217에 없는 통화입니다")]
    public async Task Post_BadField_SaysSoBesideItKeepsTheRestAndSavesNothing(string field, string typed, string message, string? at = null)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var notes = $"잘못 {field} {typed}.";
        var fields = new Dictionary<string, string?>(Entry.With("PT Nusantara Retail", notes)) { [field] = typed };
        if (field == "ValueCurrency")
        {
            (fields["Value"], fields["AmountUnit"]) = ("1", "usd");
        }

        var answer = await officer.LogAsync(fields);

        Assert.Equal(Entry.Address, answer.Address.AbsolutePath);
        Assert.Contains(message, Entry.ErrorOf(answer, at ?? field), StringComparison.Ordinal);
        Assert.Equal(notes, answer.Document.QuerySelector("[name=Notes]")!.TextContent.Trim());
        Assert.Null(await Entry.FindAsync(portal, notes));
    }

    /// <summary>A unit and a currency that stand in the text win over the unit chosen beside it.</summary>
    [Theory]
    [InlineData("60만불", 600_000, "2026-10-29")]
    [InlineData("US$1,234.5", 1_234.5, "2026-10-30")]
    [InlineData("1억 2,000만", 120_000_000, "2026-10-31")]
    public async Task Post_AmountWithItsUnit_IsThatAmount(string typed, double amount, string day)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var notes = $"단위 {typed}";

        await officer.LogAsync(new(Entry.With("PT Nusantara Retail", notes)) { ["Value"] = typed, ["HeldOn"] = day });

        Assert.Equal((decimal)amount, (await Entry.FindAsync(portal, notes))!.Value!.Amount);
    }

    [Fact]
    public async Task Post_SeveralFaults_SaysAllOfThemAtOnce()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.LogAsync(new(Entry.With("", "여러 잘못")) { ["ParticipationId"] = "", ["Value"] = "많이", ["HeldOn"] = "" });

        Assert.Equal(4, answer.Document.QuerySelectorAll("#error-summary a").Length);
    }

    [Theory]
    [InlineData("1000.5", "소수 자릿수보다 많습니다")]
    [InlineData("1000000000001", "1조를 넘을 수 없습니다")]
    public async Task Post_RupiahThatIsNoAmount_IsRefused(string typed, string message)
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.LogAsync(new(Entry.With("Saigon Beauty JSC", "루피아")) { ["Value"] = typed, ["AmountUnit"] = "usd", ["ValueCurrency"] = "IDR", ["UnitShownFor"] = "IDR" });

        Assert.Contains(message, Entry.ErrorOf(answer, "Value"), StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "루피아"));
    }

    [Fact]
    public async Task Post_NoRate_SavesLeavesItOutOfTheSumsAndSaysSo()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var before = await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway);

        var answer = await officer.LogAsync(new(Entry.With("江戸商事", "환율 없이")) { ["Value"] = "2,000,000", ["AmountUnit"] = "usd", ["ValueCurrency"] = "IDR", ["UnitShownFor"] = "IDR" });

        Assert.Contains("IDR 환율이 없어 합계에서 뺍니다", answer.Text, StringComparison.Ordinal);
        var saved = await Entry.FindAsync(portal, "환율 없이");
        Assert.Equal((2_000_000m, null, null), (saved!.Value!.Amount, saved.Value.Rate, saved.Value.BaseAmount));
        var now = await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway);
        Assert.Equal((before.ConsultationValue, before.ConsultationValuesWithoutRate + 1), (now.ConsultationValue, now.ConsultationValuesWithoutRate));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_UnitBesideAnotherCurrency_IsAskedAboutOnce()
    {
        var officer = await portal.SignInAsync(World.Officer);

        // Without JavaScript the page still says 만불 when the currency is changed.
        var asked = await officer.LogAsync(new(Entry.With("江戸商事", "단위 확인")) { ["HeldOn"] = "2026-11-03", ["Value"] = "100", ["AmountUnit"] = "man", ["ValueCurrency"] = "KRW", ["UnitShownFor"] = "USD" });

        Assert.Contains("만 KRW", Entry.ErrorOf(asked, "Value"), StringComparison.Ordinal);
        Assert.Contains("KRW 1,000,000", asked.Text, StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "단위 확인"));

        await officer.SubmitAsync(asked);
        Assert.Equal(1_000_000m, (await Entry.FindAsync(portal, "단위 확인"))!.Value!.Amount);
    }

    [Fact]
    public async Task Post_DayNearTheStop_SavesWithAWarning()
    {
        var officer = await portal.SignInAsync(World.Officer);

        var answer = await officer.LogAsync(new(Entry.With("Saigon Beauty JSC", "뒤따른 방문")) { ["HeldOn"] = "2026-11-11" });

        Assert.Contains("벗어난 날짜입니다", answer.Text, StringComparison.Ordinal);
        Assert.NotNull(await Entry.FindAsync(portal, "뒤따른 방문"));
    }

    [Fact]
    public async Task Post_SameCompanyBuyerAndDay_ShowsTheOtherAndRecordsOnlyWhenConfirmed()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var fields = new Dictionary<string, string?>(Entry.With("PT Nusantara Retail", "다시 만남")) { ["HeldOn"] = "2026-11-02" };

        var asked = await officer.LogAsync(fields);

        Assert.Contains("이미 있습니다", asked.Text, StringComparison.Ordinal);
        Assert.NotNull(asked.Document.QuerySelector($"a[href='/consultations/{World.Ids.AWithNusantara}']"));
        Assert.Contains("USD 600,000", asked.Texts(".same")[0], StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "다시 만남"));

        await officer.SubmitAsync(asked, new() { ["ConfirmDuplicate"] = "true" });
        Assert.NotNull(await Entry.FindAsync(portal, "다시 만남"));
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_SameFormTwice_MakesOneRecordAndLeadsToIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync(Entry.Address);
        var fields = new Dictionary<string, string?>(Entry.With("Hanoi <Trade> & Co", "두 번 누름")) { ["Value"] = "1" };

        await officer.SubmitAsync(form, fields);
        var second = await officer.SubmitAsync(form, fields);

        var saved = await Entry.FindAsync(portal, "두 번 누름");
        Assert.Equal($"/consultations/{saved!.Id}", second.Address.AbsolutePath);
        Assert.Contains("이미 저장한 기록입니다", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ClosedMission_RecordsNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var token = await officer.GetPageAsync(Entry.Address);
        var address = $"/missions/{World.Ids.Closed}/consultations/new";

        var page = await officer.GetPageAsync(address);
        var answer = await officer.PostAsync(address, token, new(Entry.With("江戸商事", "닫힌 뒤")) { ["ParticipationId"] = $"{World.Ids.AClosed}", ["StopId"] = $"{World.Ids.TokyoStop}", ["HeldOn"] = "2025-05-14", ["ClientId"] = $"{Guid.NewGuid()}" });

        Assert.Null(page.Document.QuerySelector("main form"));
        Assert.Contains("종료되었거나 취소된", page.Text, StringComparison.Ordinal);
        Assert.Contains("종료되었거나 취소된", answer.Texts("#error-summary")[0], StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "닫힌 뒤"));
    }

    [Fact]
    public async Task Post_NotSelectedCompany_IsNeitherOfferedNorTaken()
    {
        var officer = await portal.SignInAsync(World.Officer);
        await using var db = portal.Open();
        var applied = new Participation { MissionId = World.Ids.Underway, CompanyId = World.Ids.CompanyC };
        db.Participations.Add(applied);
        await db.SaveChangesAsync();
        var form = await officer.GetPageAsync(Entry.Address);

        var answer = await officer.SubmitAsync(form, new(Entry.With("Saigon Beauty JSC", "선정 전")) { ["ParticipationId"] = $"{applied.Id}" });

        Assert.DoesNotContain("감마식품", form.Text, StringComparison.Ordinal);
        Assert.Contains("선정된 참가기업이 아닙니다", Entry.ErrorOf(answer, "ParticipationId"), StringComparison.Ordinal);
        Assert.Null(await Entry.FindAsync(portal, "선정 전"));
    }

    [Fact]
    public async Task Get_UnknownMission_Is404()
    {
        var officer = await portal.SignInAsync(World.Officer);

        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/missions/99999/consultations/new")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetPageAsync("/missions/99999/consultations")).Status);
    }

    [Fact]
    public async Task Get_InEnglish_OffersThousandsOfDollars()
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);

        var page = await officer.GetPageAsync(Entry.Address + "?culture=en");

        Assert.Equal("Log a consultation", page.Texts("h1")[0]);
        Assert.Equal("thousand", page.Document.QuerySelector("[name=AmountUnit][checked]")!.GetAttribute("value"));
        Assert.DoesNotContain("상담", page.Text, StringComparison.Ordinal);
    }

    private static string? Selected(Page page, string name) => page.Document.QuerySelector($"select[name={name}] option[selected]")?.GetAttribute("value");

    /// <summary>Of the mission, of the stop in Bandung and of company A.</summary>
    private async Task<IReadOnlyList<MissionTotal>> TotalsAsync() =>
    [
        await Entry.TotalAsync(portal, TotalScope.Mission, World.Ids.Underway),
        await Entry.TotalAsync(portal, TotalScope.Stop, World.Ids.BandungStop),
        await Entry.TotalAsync(portal, TotalScope.Participation, World.Ids.AUnderway),
    ];
}
