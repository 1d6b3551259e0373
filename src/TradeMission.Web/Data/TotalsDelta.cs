using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

#pragma warning disable RS0030 // As in TotalsMovement, whose part this is.

namespace TradeMission.Web.Data;

/// <summary>By how much the stored totals of one mission, stop or participation move.</summary>
internal sealed class TotalsDelta
{
    private readonly SortedDictionary<(TotalFigure Figure, EvidenceTier Tier), TierFigures> tiers = [];

    public int Consultations { get; set; }

    public int Buyers { get; set; }

    private decimal ConsultationValue { get; set; }

    private decimal ContractValue { get; set; }

    private int ConsultationValuesWithoutRate { get; set; }

    private int ContractValuesWithoutRate { get; set; }

    private bool MovesTotal => Consultations != 0 || Buyers != 0 || ConsultationValue != 0 || ContractValue != 0 || ConsultationValuesWithoutRate != 0 || ContractValuesWithoutRate != 0;

    public void Add(FigureShare share, int sign)
    {
        var key = (share.Figure, share.Tier);
        tiers[key] = tiers.GetValueOrDefault(key, TierFigures.None).Add(new TierFigures(sign, sign * share.Amount, sign * share.WithoutRate));
        if (share.Figure == TotalFigure.ConsultationValue)
        {
            ConsultationValue += sign * share.Amount;
            ConsultationValuesWithoutRate += sign * share.WithoutRate;
        }
        else if (share.Figure is >= TotalFigure.ContractPursued and <= TotalFigure.ContractPaid)
        {
            ContractValue += sign * share.Amount;
            ContractValuesWithoutRate += sign * share.WithoutRate;
        }
    }

    public MissionTotal AsTotal((long Mission, TotalScope Scope, long Id) key) => new()
    {
        MissionId = key.Mission,
        Scope = key.Scope,
        ScopeId = key.Id,
        Consultations = Consultations,
        Buyers = Buyers,
        ConsultationValue = ConsultationValue,
        ContractValue = ContractValue,
        ConsultationValuesWithoutRate = ConsultationValuesWithoutRate,
        ContractValuesWithoutRate = ContractValuesWithoutRate,
    };

    /// <summary>The row is written already; only its cells are left to move.</summary>
    public void ClearTotal() =>
        (Consultations, Buyers, ConsultationValue, ContractValue, ConsultationValuesWithoutRate, ContractValuesWithoutRate) = (0, 0, 0m, 0m, 0, 0);

    public async Task MoveAsync(TradeDbContext db, (long Mission, TotalScope Scope, long Id) key, CancellationToken cancellation)
    {
        if (MovesTotal && await MoveTotalAsync(db, key, cancellation) == 0)
        {
            db.MissionTotals.Add(AsTotal(key));
        }

        foreach (var (cell, by) in tiers.Where(pair => !pair.Value.IsNothing))
        {
            if (await MoveCellAsync(db, key, cell, by, cancellation) == 0)
            {
                db.TierTotals.Add(new TierTotal
                {
                    MissionId = key.Mission,
                    Scope = key.Scope,
                    ScopeId = key.Id,
                    Figure = cell.Figure,
                    Tier = cell.Tier,
                    Count = by.Count,
                    Amount = by.Amount,
                    WithoutRate = by.WithoutRate,
                });
            }
        }
    }

    private Task<int> MoveTotalAsync(TradeDbContext db, (long Mission, TotalScope Scope, long Id) key, CancellationToken cancellation) =>
        db.MissionTotals.Where(total => total.MissionId == key.Mission && total.Scope == key.Scope && total.ScopeId == key.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(total => total.Consultations, total => total.Consultations + Consultations)
                    .SetProperty(total => total.Buyers, total => total.Buyers + Buyers)
                    .SetProperty(total => total.ConsultationValue, total => total.ConsultationValue + ConsultationValue)
                    .SetProperty(total => total.ContractValue, total => total.ContractValue + ContractValue)
                    .SetProperty(total => total.ConsultationValuesWithoutRate, total => total.ConsultationValuesWithoutRate + ConsultationValuesWithoutRate)
                    .SetProperty(total => total.ContractValuesWithoutRate, total => total.ContractValuesWithoutRate + ContractValuesWithoutRate),
                cancellation);

    private static Task<int> MoveCellAsync(
        TradeDbContext db, (long Mission, TotalScope Scope, long Id) key, (TotalFigure Figure, EvidenceTier Tier) cell, TierFigures by, CancellationToken cancellation) =>
        db.TierTotals.Where(total => total.MissionId == key.Mission && total.Scope == key.Scope && total.ScopeId == key.Id && total.Figure == cell.Figure && total.Tier == cell.Tier)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(total => total.Count, total => total.Count + by.Count)
                    .SetProperty(total => total.Amount, total => total.Amount + by.Amount)
                    .SetProperty(total => total.WithoutRate, total => total.WithoutRate + by.WithoutRate),
                cancellation);
}
