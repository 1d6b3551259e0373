using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Shared;

/// <summary>Stored totals by stage and by evidence: of a mission, a stop, a company's participation, or of several of them in one base currency.</summary>
public sealed record StageFigures(IReadOnlyDictionary<(TotalFigure Figure, EvidenceTier Tier), TierFigures> Cells)
{
    public static StageFigures None { get; } = Of([]);

    /// <summary>The figures that stand for the contract value, stage by stage.</summary>
    public static IReadOnlyList<(TotalFigure Figure, DealStage Stage)> Stages { get; } = [.. DealStages.Ladder.Select(stage => (TotalFigure.ContractPursued + (int)stage, stage))];

    /// <summary>Deals that are in no contract value.</summary>
    public static IReadOnlyList<(TotalFigure Figure, DealStage Stage)> Exits { get; } = [(TotalFigure.ContractOnHold, DealStage.OnHold), (TotalFigure.ContractLost, DealStage.Lost)];

    /// <summary>Money and goods that moved, over all deals.</summary>
    public static IReadOnlyList<(TotalFigure Figure, DealStage Stage)> Movements { get; } =
        [(TotalFigure.AdvanceReceived, DealStage.AdvanceReceived), (TotalFigure.Shipped, DealStage.Shipped), (TotalFigure.Paid, DealStage.Paid)];

    public static IReadOnlyList<EvidenceTier> Tiers { get; } = Enum.GetValues<EvidenceTier>();

    public bool HasDeals => Cells.Any(cell => cell.Key.Figure != TotalFigure.ConsultationValue && cell.Value.Count > 0);

    public TierFigures this[TotalFigure figure, EvidenceTier tier] => Cells.GetValueOrDefault((figure, tier), TierFigures.None);

    /// <summary>Over all evidence.</summary>
    public TierFigures this[TotalFigure figure] => Tiers.Select(tier => this[figure, tier]).Aggregate(TierFigures.None, (sum, cell) => sum.Add(cell));

    /// <summary>The contract value: all six stages, behind one kind of evidence or over all.</summary>
    public TierFigures Contract(EvidenceTier? tier = null) =>
        Stages.Select(stage => tier is { } only ? this[stage.Figure, only] : this[stage.Figure]).Aggregate(TierFigures.None, (sum, cell) => sum.Add(cell));

    /// <summary>What stored totals of several missions add up to, base currency by base currency.</summary>
    public static async Task<IReadOnlyList<(string Currency, StageFigures Figures)>> ByCurrencyAsync(TradeDbContext db, IQueryable<TierTotal> totals, CancellationToken cancellation)
    {
        var read = await totals.Join(db.Missions, total => total.MissionId, mission => mission.Id, (total, mission) => new { mission.BaseCurrency, Total = total })
            .GroupBy(pair => new { pair.BaseCurrency, pair.Total.Figure, pair.Total.Tier })
            .Select(group => new { group.Key, Count = group.Sum(pair => pair.Total.Count), Amount = group.Sum(pair => pair.Total.Amount), WithoutRate = group.Sum(pair => pair.Total.WithoutRate) })
            .ToListAsync(cancellation);
        return [.. read.GroupBy(cell => cell.Key.BaseCurrency).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, new StageFigures(group.ToDictionary(cell => (cell.Key.Figure, cell.Key.Tier), cell => new TierFigures(cell.Count, cell.Amount, cell.WithoutRate)))))
            .Where(sum => sum.Item2.HasDeals)];
    }

    public static StageFigures Of(IEnumerable<TierTotal> totals) => new(totals
        .GroupBy(total => (total.Figure, total.Tier))
        .ToDictionary(group => group.Key, group => new TierFigures(group.Sum(total => total.Count), group.Sum(total => total.Amount), group.Sum(total => total.WithoutRate))));
}
