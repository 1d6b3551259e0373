using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>A figure of the whole mission behind one kind of evidence: then and now.</summary>
public sealed record CellDifference(TotalFigure Figure, EvidenceTier Tier, MissionRecords.CellRow? Then, MissionRecords.CellRow? Now)
{
    public bool IsSame => Count.Then == Count.Now && Amount.Then == Amount.Now && Then?.WithoutRate == Now?.WithoutRate;

    public (int Then, int Now) Count => (Then?.Count ?? 0, Now?.Count ?? 0);

    public (decimal Then, decimal Now) Amount => (Then?.Amount ?? 0m, Now?.Amount ?? 0m);

    /// <summary>The figure in the words of its stage.</summary>
    public string Name => Figure switch
    {
        TotalFigure.ConsultationValue => Texts.Get("Words.ConsultationValue"),
        >= TotalFigure.ContractPursued and <= TotalFigure.ContractLost => Texts.Get("Reports.ContractStandingAt", Texts.Of(DealStage.Pursued + (Figure - TotalFigure.ContractPursued))),
        _ => Texts.Get("Reports.Moved", Texts.Of(DealStage.AdvanceReceived + (Figure - TotalFigure.AdvanceReceived))),
    };
}
