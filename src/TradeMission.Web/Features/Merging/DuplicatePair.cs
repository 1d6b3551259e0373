namespace TradeMission.Web.Features.Merging;

/// <summary>Two firms that look alike.</summary>
public sealed record DuplicatePair(DuplicatePair.Side One, DuplicatePair.Side Other, Likeness By)
{
    /// <param name="Facts">What tells it from others: its other name, number or country, place.</param>
    /// <param name="Weight">Missions of a company, consultations of a buyer: the heavier one is proposed to stay.</param>
    public sealed record Side(long Id, string Name, string Facts, int Weight);

    public (Side Heavier, Side Lighter) ByWeight => Other.Weight > One.Weight ? (Other, One) : (One, Other);
}
