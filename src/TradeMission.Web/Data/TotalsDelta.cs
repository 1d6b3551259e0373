using TradeMission.Domain.Deals;

namespace TradeMission.Web.Data;

/// <summary>By how much the stored totals of one mission, stop or participation move.</summary>
internal sealed class TotalsDelta
{
    private readonly SortedDictionary<(TotalFigure Figure, EvidenceTier Tier), TierFigures> cells = [];

    /// <summary>Of the total row.</summary>
    public TotalFigures Total { get; private set; } = TotalFigures.None;

    /// <summary>Of each cell that moves.</summary>
    public IEnumerable<((TotalFigure Figure, EvidenceTier Tier) Cell, TierFigures By)> Cells => cells.Where(pair => !pair.Value.IsNothing).Select(pair => (pair.Key, pair.Value));

    public void AddConsultations(int count) => Total = Total with { Consultations = Total.Consultations + count };

    public void AddBuyers(int count) => Total = Total with { Buyers = Total.Buyers + count };

    public void Add(FigureShare share, int sign)
    {
        var key = (share.Figure, share.Tier);
        cells[key] = cells.GetValueOrDefault(key, TierFigures.None).Add(new TierFigures(sign, sign * share.Amount, sign * share.WithoutRate));
        if (share.Figure == TotalFigure.ConsultationValue)
        {
            Total = Total with
            {
                ConsultationValue = Total.ConsultationValue + (sign * share.Amount),
                ConsultationValuesWithoutRate = Total.ConsultationValuesWithoutRate + (sign * share.WithoutRate),
            };
        }
        else if (share.Figure is >= TotalFigure.ContractPursued and <= TotalFigure.ContractPaid)
        {
            Total = Total with
            {
                ContractValue = Total.ContractValue + (sign * share.Amount),
                ContractValuesWithoutRate = Total.ContractValuesWithoutRate + (sign * share.WithoutRate),
            };
        }
    }

    /// <summary>The row is written already; only its cells are left to move.</summary>
    public void ClearTotal() => Total = TotalFigures.None;
}
