using System.Net;
using System.Security.Cryptography;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

#pragma warning disable RS0030 // What only somebody at the database could do: break a snapshot, or have closed a mission before there were any.

namespace TradeMission.Web.Tests.Reports;

public sealed class SnapshotPagesTests(Portal portal) : IClassFixture<Portal>
{
    private static readonly DateOnly Day = new(2026, 11, 3);

    /// <summary>What may still happen to a mission that was closed: corrections after reopening, news of deals, answers of companies, rates.</summary>
    private static readonly Gen<(int Act, int Which, long Cents)[]> Changes = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1000], Gen.Long[1, 100_000_000]).Array[1, 4];

    private int rates;

    [Fact]
    public async Task Close_ThroughThePage_KeepsTheReportThatIsPrintedFromThenOn()
    {
        var mission = await NewMissionAsync("TM-2031-001");
        var officer = await portal.SignInAsync(World.Officer);
        await officer.SubmitAsync(await officer.GetPageAsync($"/missions/{mission}/status"), new() { ["NextStatus"] = "Closed", ["StatusReason"] = "끝남" });
        var before = await SheetAsync($"/missions/{mission}/report");
        await using (var db = portal.Open())
        {
            db.Add(new StatedTotal { MissionId = mission, Figure = StatedFigure.ContractValue, Amount = 1m, AsPrinted = "1불", Source = "뒤늦은 기사", StatedOn = Day });
            await db.SaveChangesAsync();
        }

        var page = await officer.GetPageAsync($"/missions/{mission}/report");

        Assert.Equal(before, await SheetAsync($"/missions/{mission}/report"));
        Assert.DoesNotContain("뒤늦은 기사", page.Text, StringComparison.Ordinal);
        var hash = await HashAsync(mission, 1);
        Assert.Equal(hash, string.Concat(page.Texts("#kept .hash span")));
        Assert.Contains("제1판", page.Texts("#kept").Single(), StringComparison.Ordinal);
        Assert.Contains("김담당", page.Texts("#kept").Single(), StringComparison.Ordinal);
        Assert.Equal($"/missions/{mission}/snapshots", (await officer.GetPageAsync($"/missions/{mission}")).Document.QuerySelector(".ref a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Json_IsTheBytesThatTheHashIsOf()
    {
        using var answer = await (await portal.SignInAsync(World.Manager)).GetAsync($"/missions/{World.Ids.Closed}/snapshots/1.json");

        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(await HashAsync(World.Ids.Closed, 1), Convert.ToHexStringLower(SHA256.HashData(await answer.Content.ReadAsByteArrayAsync())));
    }

    [Theory]
    [InlineData("ko", "보존한 뒤로 바뀐 것이 없습니다")]
    [InlineData("en", "Nothing has changed since")]
    public async Task Compare_NothingChanged_SaysSo(string language, string text)
    {
        var mission = await NewClosedAsync($"TM-2031-0{10 + language.Length + (language == "ko" ? 0 : 1)}");

        var page = await (await portal.SignInAsync(World.Manager)).GetPageAsync($"/missions/{mission}/snapshots/1?culture={language}");

        Assert.Contains(text, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("#rows li"));
        Tests.Words.AssertPursuedIsNeverCalledWon(page);
    }

    [Fact]
    public async Task Compare_AfterChanges_ShowsWhatCameChangedAndWent()
    {
        var mission = await NewClosedAsync("TM-2031-003");
        await using (var db = portal.Open())
        {
            var record = await db.Missions.SingleAsync(known => known.Id == mission);
            record.ChangeStatus(MissionStatus.Underway, "정정", null, "이과장", TestDatabase.Start.UtcDateTime);
            var held = await db.Consultations.Where(consultation => consultation.MissionId == mission).OrderBy(consultation => consultation.Id).ToListAsync();
            held[0].Value = World.Usd(12_345m, Day);
            db.Remove(held[1]);
            db.Add(Held(record, held[0].ParticipationId, World.Ids.BuyerHanoi, 777m));
            await db.SaveChangesAsync();
        }

        var page = await (await portal.SignInAsync(World.Manager)).GetPageAsync($"/missions/{mission}/snapshots/1?culture=ko&unit=usd");

        var rows = page.Texts("#rows > .rows");
        Assert.Equal(3, rows.Count);
        Assert.Contains("Hanoi <Trade> & Co", rows[0], StringComparison.Ordinal);
        Assert.Contains("금액: USD 10,000 → USD 12,345", rows[1], StringComparison.Ordinal);
        Assert.Contains("Saigon Beauty JSC", rows[2], StringComparison.Ordinal);
        Assert.Contains("30,000.00 → 13,122.00", page.Texts(".then-now tbody tr")[0], StringComparison.Ordinal);
        Assert.Contains(page.Texts("#figures tbody tr"), row => row.StartsWith("상담액 담당자 기록 2 2 30,000.00 13,122.00", StringComparison.Ordinal));
        Assert.NotNull(page.Document.QuerySelector("#rows a[href^='/consultations/']"));
        Assert.DoesNotContain("바뀐 것이 없습니다", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_ShowsTheVersionsTheLatestFirst()
    {
        var mission = await NewClosedAsync("TM-2031-004");
        await CloseAgainAsync(mission);

        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions/{mission}/snapshots");

        Assert.Equal(["제2판", "제1판"], page.Texts("#snapshots tbody th"));
        Assert.Contains("제2판", (await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions/{mission}/report")).Texts("#kept").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_BrokenSnapshot_Warns()
    {
        var mission = await NewClosedAsync("TM-2031-005");
        await using (var db = portal.Open())
        {
            await db.ReportSnapshots.Where(snapshot => snapshot.MissionId == mission).ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.Content, snapshot => snapshot.Content.Replace("30000", "90000")));
        }

        var officer = await portal.SignInAsync(World.Officer);

        Assert.Contains("SHA-256 값과 다릅니다", (await officer.GetPageAsync($"/missions/{mission}/report")).Text, StringComparison.Ordinal);
        Assert.Contains("SHA-256 값과 다릅니다", (await officer.GetPageAsync($"/missions/{mission}/snapshots/1")).Text, StringComparison.Ordinal);
        using var health = await officer.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Contains($"mission {mission} version 1", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_UnreadableSnapshot_ShowsTodaysRecordsAndSaysSo()
    {
        var mission = await NewClosedAsync("TM-2031-006");
        await using (var db = portal.Open())
        {
            await db.ReportSnapshots.Where(snapshot => snapshot.MissionId == mission).ExecuteUpdateAsync(set => set.SetProperty(snapshot => snapshot.Content, "{"));
        }

        var officer = await portal.SignInAsync(World.Officer);

        Assert.Contains("보존본을 읽을 수 없습니다", (await officer.GetPageAsync($"/missions/{mission}/report")).Text, StringComparison.Ordinal);
        Assert.Contains("보존본을 읽을 수 없습니다", (await officer.GetPageAsync($"/missions/{mission}/snapshots/1")).Text, StringComparison.Ordinal);
    }

    /// <summary>The report can be read, a row behind it cannot.</summary>
    [Fact]
    public async Task Compare_BrokenRow_SaysThatItCannotBeRead()
    {
        var mission = await NewClosedAsync("TM-2031-017");
        await using (var db = portal.Open())
        {
            var snapshot = await db.ReportSnapshots.AsNoTracking().SingleAsync(snapshot => snapshot.MissionId == mission);
            var records = snapshot.Content.IndexOf("\"records\"", StringComparison.OrdinalIgnoreCase);
            var spoiled = snapshot.Content[..records] + snapshot.Content[records..].Replace("\"30000", "\"abc", StringComparison.Ordinal);
            Assert.NotEqual(snapshot.Content, spoiled);
            await db.ReportSnapshots.Where(own => own.MissionId == mission).ExecuteUpdateAsync(set => set.SetProperty(own => own.Content, spoiled));
        }

        Assert.Contains("보존본을 읽을 수 없습니다", (await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions/{mission}/snapshots/1")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_ClosedBeforeReportsWereKept_PrintsTheRecordsAndSaysSo()
    {
        var mission = await NewClosedAsync("TM-2031-007");
        await using (var db = portal.Open())
        {
            await db.ReportSnapshots.Where(snapshot => snapshot.MissionId == mission).ExecuteDeleteAsync();
        }

        var page = await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions/{mission}/report");

        Assert.Contains("보존본이 없습니다", page.Texts("#kept").Single(), StringComparison.Ordinal);
        Assert.Contains("보존본이 없습니다", (await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions/{mission}/snapshots")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report?version=9")]
    [InlineData("snapshots/9")]
    [InlineData("snapshots/9.json")]
    public async Task Get_UnknownVersion_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.SignInAsync(World.Officer)).GetPageAsync($"/missions/{World.Ids.Closed}/{address}")).Status);

    [Fact]
    public async Task AnyLaterChanges_LeaveSnapshotAndItsReportAsTheyWere()
    {
        var mission = await NewClosedAsync("TM-2031-008");
        await using (var db = portal.Open())
        {
            (await db.Missions.SingleAsync(known => known.Id == mission)).ChangeStatus(MissionStatus.Underway, "정정", null, "이과장", TestDatabase.Start.UtcDateTime);
            await db.SaveChangesAsync();
        }

        var (sheet, content) = (await SheetAsync($"/missions/{mission}/report?version=1"), await ContentAsync(mission));
        await Changes.SampleAsync(
            async changes =>
            {
                await using var db = portal.Open();
                var held = await db.Consultations.Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).ThenInclude(step => step.Evidence)
                    .Where(consultation => consultation.MissionId == mission).OrderBy(consultation => consultation.Id).ToListAsync();
                foreach (var change in changes)
                {
                    Make(db, held[change.Which % held.Count], change);
                }

                await db.SaveChangesAsync();
                Assert.Equal(content, await ContentAsync(mission));
                Assert.Equal(sheet, await SheetAsync($"/missions/{mission}/report?version=1"));
            },
            iter: 40,
            threads: 1);
        await CloseAgainAsync(mission, reopen: false);
        Assert.Equal(content, await ContentAsync(mission));
        Assert.Equal(sheet, await SheetAsync($"/missions/{mission}/report?version=1"));
    }

    private void Make(TradeDbContext db, Consultation record, (int Act, int Which, long Cents) change)
    {
        var value = World.Usd(change.Cents / 100m, Day);
        var author = new Author(null, "test", change.Which % 2 == 0, TestDatabase.Start.UtcDateTime);
        switch (change.Act)
        {
            case 0:
                record.Value = value;
                break;
            case 1:
                record.Notes = $"{change.Cents}";
                break;
            case 2 when record.Value is not null:
                record.Take((FigureState)(change.Which % 4));
                break;
            case 3 when record.Deals.Count < 3:
                World.Pursue(record, value);
                break;
            case 4 when record.Deals is [var deal, ..] && deal.Refusal(new StepDraft(DealStage.Shipped, value, Day), null, Day) is null:
                deal.Add(new StepDraft(DealStage.Shipped, value, Day), author, Day);
                break;
            case 5:
                db.Add(new ExchangeRate { Currency = "VND", Against = "USD", On = new DateOnly(2000, 1, 1).AddDays(++rates), Quoted = 0.00004m, Source = "test" });
                break;
        }
    }

    private async Task<string> SheetAsync(string address) =>
        (await (await portal.SignInAsync(World.Officer)).GetPageAsync(address)).Document.QuerySelector(".sheet")!.OuterHtml;

    private async Task<string> HashAsync(long mission, int number)
    {
        await using var db = portal.Open();
        return await db.ReportSnapshots.Where(snapshot => snapshot.MissionId == mission && snapshot.Number == number).Select(snapshot => snapshot.Sha256).SingleAsync();
    }

    private async Task<(string Content, string Sha256)> ContentAsync(long mission)
    {
        await using var db = portal.Open();
        var first = await db.ReportSnapshots.AsNoTracking().SingleAsync(snapshot => snapshot.MissionId == mission && snapshot.Number == 1);
        return (first.Content, first.Sha256);
    }

    private async Task CloseAgainAsync(long mission, bool reopen = true)
    {
        await using var db = portal.Open();
        var record = await db.Missions.SingleAsync(known => known.Id == mission);
        if (reopen)
        {
            record.ChangeStatus(MissionStatus.Underway, "정정", null, "이과장", TestDatabase.Start.UtcDateTime);
            await db.SaveChangesAsync();
        }

        await World.CloseAsync(db, record);
    }

    private async Task<long> NewClosedAsync(string reference)
    {
        var mission = await NewMissionAsync(reference);
        await using var db = portal.Open();
        await World.CloseAsync(db, await db.Missions.SingleAsync(known => known.Id == mission));
        return mission;
    }

    /// <summary>Under way: company A has met two buyers, for 10,000 and 20,000 USD.</summary>
    private async Task<long> NewMissionAsync(string reference)
    {
        await using var db = portal.Open();
        var mission = World.NewMission(reference, $"시험 {reference}", $"Test {reference}", Day, Day.AddDays(2), "ASEAN");
        foreach (var status in new[] { MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway })
        {
            mission.ChangeStatus(status, "계획대로", null, "test", TestDatabase.Start.UtcDateTime);
        }

        var participation = new Participation { Mission = mission, CompanyId = World.Ids.CompanyA };
        participation.Decide(ParticipationStatus.Selected);
        db.AddRange(mission, participation);
        await db.SaveChangesAsync();
        db.AddRange(Held(mission, participation.Id, World.Ids.BuyerNusantara, 10_000m), Held(mission, participation.Id, World.Ids.BuyerSaigon, 20_000m));
        await db.SaveChangesAsync();
        return mission.Id;
    }

    private static Consultation Held(Mission mission, long participation, long buyer, decimal value) => new()
    {
        ClientId = Guid.CreateVersion7(),
        MissionId = mission.Id,
        Mission = mission,
        StopId = null,
        ParticipationId = participation,
        BuyerId = buyer,
        HeldOn = Day,
        Value = World.Usd(value, Day),
        LoggedByName = "test",
        LoggedAt = TestDatabase.Start.UtcDateTime,
    };
}
