using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>What the mission's page, totals.json and the report say of stages and evidence is one and the same: what the records add up to.</summary>
internal static partial class SameFigures
{
    public static async Task AssertAsync(Portal portal, long mission)
    {
        await Recorded.AssertTotalsAsync(portal.Database);
        await using var db = portal.Open();
        var figures = StageFigures.Of(await db.TierTotals.AsNoTracking().Where(total => total.MissionId == mission && total.Scope == TotalScope.Mission).ToListAsync());
        var stored = await db.MissionTotals.AsNoTracking().SingleAsync(total => total.MissionId == mission && total.Scope == TotalScope.Mission);
        Assert.Equal(stored.ContractValue, figures.Contract().Amount);
        var stages = StageFigures.Stages.Select(stage => Line(figures, stage.Figure)).ToList();
        var exits = StageFigures.Exits.Where(exit => figures[exit.Figure].Count > 0).Select(exit => Line(figures, exit.Figure)).ToList();
        var movements = StageFigures.Movements.Select(moved => Line(figures, moved.Figure)).ToList();
        var contract = Line(figures.Contract().Count, tier => figures.Contract(tier).Amount, figures.Contract().Amount);
        var moved = StageFigures.Movements.Where(moved => figures[moved.Figure].Count > 0).Select(moved => Line(figures, moved.Figure)).ToList();
        var manager = await portal.SignInAsync(World.Manager);

        var page = await manager.GetPageAsync($"/missions/{mission}?unit=usd");
        var tables = page.Document.QuerySelectorAll("#evidence table");
        Assert.Equal([contract, .. stages, .. exits], Lines(tables[0]));
        Assert.Equal(moved.Count > 0 ? movements : [], tables.Length > 1 ? Lines(tables[1]) : []);

        var value = Line(0, tier => figures[TotalFigure.ConsultationValue, tier].Amount, figures[TotalFigure.ConsultationValue].Amount);
        var report = await manager.GetPageAsync($"/missions/{mission}/report?unit=usd");
        Assert.Equal([contract, .. stages, .. exits, .. moved, value], Lines(report.Document.QuerySelector("#by-stage")!));

        using var answer = await manager.GetAsync($"/missions/{mission}/totals.json");
        var totals = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(totals.GetProperty("consistent").GetBoolean());
        Assert.Equal(stages, totals.GetProperty("stages").EnumerateArray().Select(Line));
        Assert.Equal(movements, totals.GetProperty("moved").EnumerateArray().Select(Line));
        Assert.Equal(Text(stored.ContractValue), totals.GetProperty("contractValue").GetString());
        Assert.Equal(stored.ContractValue, figures.Contract().Amount);
        Assert.Equal(
            decimal.Parse(totals.GetProperty("contractValue").GetString()!, CultureInfo.InvariantCulture),
            totals.GetProperty("stages").EnumerateArray().Sum(stage => decimal.Parse(stage.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture)));
    }

    /// <summary>Deals and amounts of one stored figure, over all evidence.</summary>
    public static async Task<(int Count, decimal Amount)> OfAsync(Portal portal, long mission, TotalFigure figure, EvidenceTier? tier = null)
    {
        await using var db = portal.Open();
        var cells = await db.TierTotals.AsNoTracking().Where(total => total.MissionId == mission && total.Scope == TotalScope.Mission && total.Figure == figure && (tier == null || total.Tier == tier)).ToListAsync();
        return (cells.Sum(cell => cell.Count), cells.Sum(cell => cell.Amount));
    }

    /// <summary>The number at the start of a cell; a dash is nought.</summary>
    public static decimal Number(IElement cell)
    {
        var text = Figure().Match(cell.TextContent.Trim()).Value;
        return text is "–" or "" ? 0m : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }

    private static string Line(StageFigures figures, TotalFigure figure) => Line(figures[figure].Count, tier => figures[figure, tier].Amount, figures[figure].Amount);

    private static string Line(int count, Func<EvidenceTier, decimal> of, decimal total) =>
        $"{count}: {Text(of(EvidenceTier.Recorded))} {Text(of(EvidenceTier.Confirmed))} {Text(of(EvidenceTier.Documented))} = {Text(total)}";

    private static string Line(JsonElement part) =>
        $"{part.GetProperty("count").GetInt32()}: {Of(part, "recorded")} {Of(part, "confirmed")} {Of(part, "documented")} = {part.GetProperty("amount").GetString()}";

    private static string Of(JsonElement part, string tier) => part.GetProperty("byEvidence").GetProperty(tier).GetString()!;

    private static IReadOnlyList<string> Lines(IElement table) => [.. table.QuerySelectorAll("tbody tr").Select(row =>
    {
        var cells = row.QuerySelectorAll("td").Select(Number).ToList();
        return $"{cells[0]:0}: {Text(cells[1])} {Text(cells[2])} {Text(cells[3])} = {Text(cells[4])}";
    })];

    private static string Text(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(–|[0-9][0-9,]*(\.[0-9]+)?)")]
    private static partial Regex Figure();
}
