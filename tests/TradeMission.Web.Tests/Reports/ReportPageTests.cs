using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Reports;

public sealed class ReportPageTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Get_InDollars_TablesHoldTheStoredTotals(string language)
    {
        var page = await GetAsync(World.Ids.Underway, $"culture={language}&unit=usd");

        Assert.Equal(["4", "3", "609,750.00", "120,000.50"], Row(page, "#by-stop", "sum"));
        Assert.Equal(["2", "1", "600,000.00", "120,000.50"], Row(page, "#by-stop", language == "ko" ? "반둥" : "Bandung"));
        Assert.Equal(["2", "2", "9,750.00", "–"], Row(page, "#by-stop", language == "ko" ? "하노이" : "Hanoi"));
        Assert.Equal(["4", "3", "609,750.00", "120,000.50"], Row(page, "#by-company", "sum"));
        Assert.Equal(["2", "2", "609,750.00", "120,000.50"], Row(page, "#by-company", language == "ko" ? "알파화장품" : "Alpha Cosmetics"));
        Assert.Equal(["2", "2", "–", "–"], Row(page, "#by-company", language == "ko" ? "베타공구" : "Beta Tools"));
        Assert.Equal(["4", "609,750.00"], Row(page, "#buyers", "sum"));
    }

    [Fact]
    public async Task Get_EveryMission_EqualsItsStoredTotals()
    {
        await using var db = portal.Open();
        foreach (var total in await db.MissionTotals.Where(total => total.Scope == TotalScope.Mission).ToListAsync())
        {
            var page = await GetAsync(total.MissionId, "unit=usd");

            var row = Row(page, "#by-stop", "sum");
            Assert.Equal(total.Consultations, int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(total.Buyers, int.Parse(row[1], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Math.Round(total.ConsultationValue, 2), decimal.Parse(row[2], System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(Math.Round(total.ContractValue, 2), decimal.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("ko", "man", "(단위: 만불)", "61.0")]
    [InlineData("ko", "thousand", "(단위: 천불)", "609.8")]
    [InlineData("ko", "usd", "(단위: US$)", "609,750.00")]
    [InlineData("ko", "million", "(단위: US$)", "609,750.00")]
    [InlineData("en", "million", "(unit: US$ million)", "0.61")]
    [InlineData("en", "thousand", "(unit: US$ thousand)", "609.8")]
    [InlineData("en", "man", "(unit: US$)", "609,750.00")]
    public async Task Get_Unit_IsChosenAndPrinted(string language, string unit, string printed, string figure)
    {
        var page = await GetAsync(World.Ids.Underway, $"culture={language}&unit={unit}");

        Assert.Contains(printed, page.Texts("figure:has(#by-stop) figcaption span"));
        Assert.Equal(figure, Row(page, "#by-stop", "sum")[2]);
    }

    [Fact]
    public async Task Get_WithApproval_ShowsTheBoxes()
    {
        Assert.Empty((await GetAsync(World.Ids.Underway, "unit=usd")).Document.QuerySelectorAll(".approve"));

        var page = await GetAsync(World.Ids.Underway, "unit=usd&approval=1");

        Assert.Equal(["결재", "담당", "팀장", "과장", "국장"], page.Texts(".approve th"));
        Assert.Equal("?culture=ko&unit=usd", ((AngleSharp.Html.Dom.IHtmlAnchorElement)page.Document.QuerySelectorAll(".sheet-tools > a")[^1]).Search);
    }

    [Fact]
    public async Task Get_NotClosed_IsMarkedInterimWithTheMomentOfItsFigures()
    {
        var page = await GetAsync(World.Ids.Underway);

        Assert.Contains("중간", page.Texts(".stamp"));
        Assert.Equal("2026 아세안 시장개척단 중간 결과보고", page.Texts("h1").Single());
        Assert.Contains("2026. 11. 4.(수) 10:00 현재의 기록", page.Texts(".basis").Single(), StringComparison.Ordinal);
        Assert.Contains("건수와 금액이 바뀔 수 있습니다", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Closed_SaysWhen()
    {
        var page = await GetAsync(World.Ids.Closed);

        Assert.Empty(page.Document.QuerySelectorAll(".stamp"));
        Assert.Equal("2025 일본 시장개척단 결과보고", page.Texts("h1").Single());
        Assert.Contains("2026. 11. 4. 종료", page.Texts(".basis").Single(), StringComparison.Ordinal);
        Assert.Equal(["1", "1", "2.5", "0.0"], Row(page, "#by-stop", "sum"));
    }

    [Fact]
    public async Task Get_PublishedTotal_StandsBesideTheRecordsWithTheDifference()
    {
        var row = Row(await GetAsync(World.Ids.Underway), "#stated", "상담액");

        Assert.Equal(["70.0", "61.0", "−9.0", "보도자료, 2026. 11. 3. “70만불”"], row);
    }

    [Fact]
    public async Task Get_MissingRate_IsSaidInTheNotesAndAtTheBuyer()
    {
        var page = await GetAsync(World.Ids.Underway);

        Assert.Contains("환율이 없어 합계에서 뺀 금액이 있습니다: 상담액 1건, 계약추진액 0건.", page.Texts(".notes li"));
        Assert.Equal(["인도네시아, Bandung", "현지 추천", "알파화장품, 베타공구", "2", "60.0환율 없음 1"], Row(page, "#buyers", "PT Nusantara Retail")[1..]);
    }

    [Fact]
    public async Task Get_SupportInSeveralCurrencies_IsShownPerCurrencyAndInTheBaseCurrency()
    {
        await using (var db = portal.Open())
        {
            var on = new DateOnly(2025, 5, 12);
            db.Add(Support("버스", 2, new Valued(new Money(240_000m, "JPY"), new FrozenRate(0.0066666667m, on, "한국은행"))));
            db.Add(Support("통역", 1, new Valued(new Money(500m, "USD"), FrozenRate.Same(on))));
            db.Add(Support("환영 행사", null, null));
            await db.SaveChangesAsync();
        }

        var page = await GetAsync(World.Ids.Underway);

        Assert.Equal(["JPY 240,000USD 3,500", "5,100.00"], Row(page, "#support", "sum"));
        Assert.Equal("금액 미상", page.Document.QuerySelectorAll("#support tbody tr")[^1].QuerySelectorAll("td")[5].TextContent.Trim());
        Assert.Contains("금액이나 환율을 알 수 없는 현물지원 1건은 예산 절감에 넣지 않았습니다.", page.Texts(".notes li"));

        static HostSupport Support(string what, decimal? quantity, Valued? value) => new()
        {
            StopId = World.Ids.HanoiStop,
            Kind = SupportKind.Other,
            Description = what,
            Quantity = quantity,
            UnitPrice = value?.Amount / quantity,
            Basis = PriceBasis.Quotation,
            Value = value,
        };
    }

    [Fact]
    public async Task Get_FollowUps_AreOrderedByDateWithExchangesAmongThem()
    {
        await using (var db = portal.Open())
        {
            db.Add(new Exchange
            {
                SisterCityId = World.Ids.Bandung,
                MissionId = World.Ids.Underway,
                Field = ExchangeField.Youth,
                Agreed = "교환 학생",
                NextStep = "초안 보내기",
                NextStepDueOn = new DateOnly(2026, 11, 3),
            });
            await db.SaveChangesAsync();
        }

        var page = await GetAsync(World.Ids.Underway);

        Assert.Equal(
            ["2026. 11. 3. 지남 | 초안 보내기 | 일반교류, 반둥시 | –", "2026. 11. 10. | 견적서 발송 | 알파화장품 × PT Nusantara Retail | 담당자"],
            page.Document.QuerySelectorAll("#steps tbody tr").Select(row => string.Join(" | ", row.Children.Select(TextOf))));
    }

    [Fact]
    public async Task Get_EmptyMission_ShowsEverySectionAndZeros()
    {
        var id = await AddEmptyAsync("TM-2032-001");

        var page = await GetAsync(id);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["1. 개요", "2. 총괄 결과", "3. 바이어 목록", "4. 현물지원과 예산 절감", "5. 일반교류", "6. 후속 조치", "비고"], page.Texts(".sheet h2"));
        Assert.Equal(["0", "0", "0.0", "0.0"], Row(page, "#by-stop", "sum"));
        Assert.Contains("상담한 바이어가 없습니다.", page.Text, StringComparison.Ordinal);
        Assert.Contains("남은 후속 조치가 없습니다.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Cancelled_IsMarkedAsSuch()
    {
        var id = await AddEmptyAsync("TM-2032-002", mission => mission.ChangeStatus(MissionStatus.Cancelled, "태풍", null, "시험", TestDatabase.Start.UtcDateTime));

        Assert.Equal(["취소"], (await GetAsync(id)).Texts(".stamp"));
    }

    [Fact]
    public async Task Get_English_IsComplete()
    {
        var page = await GetAsync(World.Ids.Underway, "culture=en");

        Assert.Equal(
            ["1. Overview", "2. Results in total", "3. Buyers", "4. In-kind support and budget spared", "5. General exchange", "6. Follow-up", "Notes"], page.Texts(".sheet h2"));
        Assert.Equal("A. By stop", page.Texts("figure:has(#by-stop) figcaption b").Single());
        var words = string.Join(' ', page.Texts(".sheet h1, .sheet h2, .sheet thead, .sheet figcaption, .sheet .notes, .sheet .outline b, .sheet .basis"));
        Assert.DoesNotMatch(@"\p{IsHangulSyllables}", words);
    }

    [Theory]
    [InlineData("ko")]
    [InlineData("en")]
    public async Task Get_PursuedContracts_AreNeverCalledWon(string language) =>
        Words.AssertPursuedIsNeverCalledWon(await GetAsync(World.Ids.Underway, $"culture={language}&approval=1"));

    [Fact]
    public async Task Get_UnknownMission_IsNotFound() => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(9999)).Status);

    private static string TextOf(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The cells beside a row's head; "sum" is the row of totals.</summary>
    private static string[] Row(Page page, string table, string head)
    {
        var row = page.Document.QuerySelectorAll($"{table} tbody tr").Single(row =>
            head == "sum" ? row.ClassList.Contains("sum") : row.QuerySelector("th")?.TextContent.Trim().StartsWith(head, StringComparison.Ordinal) == true);
        var cells = row.QuerySelectorAll("td").Select(TextOf).ToArray();
        return table == "#by-company" && head != "sum" ? cells[1..] : cells;
    }

    private async Task<Page> GetAsync(long id, string query = "culture=ko") =>
        await (await portal.SignInAsync(World.Manager)).GetPageAsync($"/missions/{id}/report?{(query.Contains("culture", StringComparison.Ordinal) ? "" : "culture=ko&")}{query}");

    private async Task<long> AddEmptyAsync(string reference, Action<Mission>? change = null)
    {
        await using var db = portal.Open();
        var mission = World.NewMission(reference, "빈 시장개척단", "Empty mission", new DateOnly(2032, 3, 3), new DateOnly(2032, 3, 5), "ASEAN");
        change?.Invoke(mission);
        db.Add(mission);
        await db.SaveChangesAsync();
        return mission.Id;
    }
}
