using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>One step in a <see cref="Book"/>.</summary>
internal sealed class Page(Said said)
{
    public Said Said { get; private set; } = said;

    public FigureState Answer { get; set; }

    public int Files { get; set; }

    public bool IsRung => Said.Stage < DealStage.OnHold;

    public bool IsContract => Said.Stage <= DealStage.Signed;

    public EvidenceTier Tier =>
        Answer == FigureState.Disputed ? EvidenceTier.Recorded : Files > 0 ? EvidenceTier.Documented : Answer == FigureState.Confirmed ? EvidenceTier.Confirmed : EvidenceTier.Recorded;

    public void RateLate(FrozenRate rate) => Said = Said with { Rate = rate.Rate, RateOn = rate.On, RateSource = rate.Source, InBase = Said.Amount * rate.Rate };
}
