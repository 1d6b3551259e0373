using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Dashboard;

/// <summary>What was published of missions that have no records: stands beside what records add up to, and is never added to it.</summary>
/// <param name="Count">Missions.</param>
/// <param name="ConsultationValue">Of those that published one; null where none did.</param>
/// <param name="ContractValue">The same.</param>
public sealed record PublishedSums(int Count, decimal? ConsultationValue, decimal? ContractValue)
{
    public static PublishedSums Of(IEnumerable<Figure> figures)
    {
        var all = figures.ToList();
        return new PublishedSums(all.Select(figure => figure.MissionId).Distinct().Count(), SumOf(all, StatedFigure.ConsultationValue), SumOf(all, StatedFigure.ContractValue));
    }

    /// <summary>Of several that were published for one mission, the latest.</summary>
    private static decimal? SumOf(List<Figure> figures, StatedFigure which)
    {
        var latest = figures.Where(figure => figure.Which == which).GroupBy(figure => figure.MissionId)
            .Select(group => group.OrderByDescending(figure => figure.StatedOn).ThenByDescending(figure => figure.Id).First().Amount).ToList();
        return latest.Count == 0 ? null : latest.Sum();
    }

    /// <param name="Amount">In the mission's base currency.</param>
    public sealed record Figure(long Id, long MissionId, StatedFigure Which, decimal Amount, DateOnly StatedOn);
}
