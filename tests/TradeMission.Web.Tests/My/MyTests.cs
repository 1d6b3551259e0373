using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.My;

public sealed class MyTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_CompanyA_SeesItsTwoMissionsWithItsOwnTotals()
    {
        var page = await GetAsync(World.CompanyA, "/my?culture=ko&unit=usd");

        Assert.Equal(["2회", "3건", "634,750.00US$", "120,000.50US$"], page.Texts(".totals .fig"));
        Assert.Equal(
            [("2026 아세안 시장개척단TM-2026-001", "2", "2", "609,750.00", "120,000.50"), ("2025 일본 시장개척단TM-2025-007", "1", "1", "25,000.00", "–")],
            Rows(page, "#missions").Select(row => (row[0], row[4], row[5], row[6], row[7])));
    }

    [Fact]
    public async Task Get_CompanyB_SeesItsOneMissionAndWhatIsLeftOut()
    {
        var page = await GetAsync(World.CompanyB, "/my?culture=ko&unit=usd");

        Assert.Equal(["1회", "2건", "0.00US$", "0.00US$"], page.Texts(".totals .fig"));
        Assert.Contains("환율 없어 뺀 금액 1건", page.Texts(".totals .sub"));
    }

    [Fact]
    public async Task GetMission_CompanyA_ShowsItsConsultationsOnly()
    {
        var page = await GetAsync(World.CompanyA, $"/my/missions/{World.Ids.Underway}?culture=ko&unit=usd");

        Assert.Equal(["2건", "2개사", "609,750.00US$", "120,000.50US$"], page.Texts(".totals .fig"));
        Assert.Equal(
            [
                "계 (2건) | 609,750.00 | 120,000.50 |  | ",
                "11. 2.(월) | PT Nusantara Retail | 반둥 | 600,000.00 | 120,000.50계약추진 · 예상 2027. 2. 1. | 협력 가능 | 견적서 발송2026. 11. 10.까지",
                "11. 5.(목) | Saigon Beauty JSC | 하노이 | 9,750.00KRW 13,000,000 | – | – | –",
            ],
            Rows(page, "#talks").Select(row => string.Join(" | ", row)));
        Assert.Equal(["PT Nusantara Retail", "Saigon Beauty JSC"], Rows(page, "#buyers").Select(row => row[0]));
        Assert.Equal(["2026. 11. 10.견적서 발송PT Nusantara Retail담당자"], page.Texts("#steps li"));
        Assert.DoesNotContain("베타공구", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hanoi <Trade>", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("70만불", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetMission_MissingRate_ShowsTheAmountAndThatItIsLeftOut()
    {
        var page = await GetAsync(World.CompanyB, $"/my/missions/{World.Ids.Underway}?culture=ko&unit=usd");

        Assert.Contains(Rows(page, "#talks"), row => row.Contains("IDR 50,000,000 · 환율 없음"));
        Assert.Equal(["2건", "2개사", "0.00US$", "0.00US$"], page.Texts(".totals .fig"));
    }

    [Fact]
    public async Task GetMission_AnotherCompanys_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(World.CompanyB, $"/my/missions/{World.Ids.Closed}")).Status);

    [Fact]
    public async Task GetMission_Unknown_IsNotFound() =>
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(World.CompanyA, "/my/missions/9999")).Status);

    [Theory]
    [InlineData(ParticipationStatus.Applied)]
    [InlineData(ParticipationStatus.Rejected)]
    public async Task GetMission_NotSelected_IsNotFoundAndNotListed(ParticipationStatus status)
    {
        var id = await AddMissionAsync($"TM-2033-0{(int)status}", status);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(World.CompanyB, $"/my/missions/{id}")).Status);
        Assert.DoesNotContain("TM-2033", (await GetAsync(World.CompanyB, "/my")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetMission_WithdrawnAfterConsultations_KeepsItsResults()
    {
        await using (var db = portal.Open())
        {
            var participation = await db.Participations.SingleAsync(known => known.Id == World.Ids.AClosed);
            participation.Decide(ParticipationStatus.Withdrawn);
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.OK, (await GetAsync(World.CompanyA, $"/my/missions/{World.Ids.Closed}")).Status);
    }

    [Fact]
    public async Task GetMission_English_IsCompleteAndInItsUnit()
    {
        var page = await GetAsync(World.CompanyA, $"/my/missions/{World.Ids.Underway}?culture=en&unit=million");

        Assert.Equal(["2", "2", "0.61US$ million", "0.12US$ million"], page.Texts(".totals .fig"));
        Assert.DoesNotMatch(@"\p{IsHangulSyllables}", string.Join(' ', page.Texts("main h2, main dt, main thead, main .note, main .sub")));
    }

    [Theory]
    [InlineData("/my?culture=ko")]
    [InlineData("/my?culture=en")]
    [InlineData("/my/missions/1?culture=ko")]
    [InlineData("/my/missions/1?culture=en")]
    public async Task Get_PursuedContracts_AreNeverCalledWon(string address) => Words.AssertPursuedIsNeverCalledWon(await GetAsync(World.CompanyA, address));

    private static List<string[]> Rows(Page page, string table) =>
        [.. page.Document.QuerySelectorAll($"{table} tbody tr").Select(row => row.Children
            .Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToArray())];

    private async Task<Page> GetAsync(string who, string address) => await (await portal.SignInAsync(who)).GetPageAsync(address);

    private async Task<long> AddMissionAsync(string reference, ParticipationStatus status)
    {
        await using var db = portal.Open();
        var mission = World.NewMission(reference, "다음 시장개척단", "Next mission", new DateOnly(2033, 3, 3), new DateOnly(2033, 3, 5), "ASEAN");
        db.Add(mission);
        await db.SaveChangesAsync();
        var participation = new Participation { MissionId = mission.Id, CompanyId = World.Ids.CompanyB };
        participation.Decide(status);
        db.Add(participation);
        await db.SaveChangesAsync();
        return mission.Id;
    }
}
