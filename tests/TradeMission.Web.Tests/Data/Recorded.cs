using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

/// <summary>What the consultations of a database add up to, by plain LINQ over loaded records: what stored totals are held against.</summary>
internal static class Recorded
{
    /// <summary>Fails unless the stored totals of every scope are exactly what the records add up to; a row that is missing equals nought.</summary>
    public static async Task AssertTotalsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var stored = (await db.MissionTotals.AsNoTracking().ToListAsync()).ToDictionary(total => (total.MissionId, total.Scope, total.ScopeId), TotalFigures.Of);
        var consultations = await db.Consultations.AsNoTracking().ToListAsync();
        var recorded = consultations.SelectMany(Scopes).GroupBy(pair => pair.Key, pair => pair.Consultation).ToDictionary(group => group.Key, group => Sum([.. group]));
        foreach (var key in stored.Keys.Union(recorded.Keys))
        {
            Assert.Equal((key, recorded.GetValueOrDefault(key, TotalFigures.None)), (key, stored.GetValueOrDefault(key, TotalFigures.None)));
        }
    }

    private static IEnumerable<((long Mission, TotalScope Scope, long Id) Key, Consultation Consultation)> Scopes(Consultation consultation) =>
    [
        ((consultation.MissionId, TotalScope.Mission, consultation.MissionId), consultation),
        ((consultation.MissionId, TotalScope.Stop, consultation.StopId ?? 0), consultation),
        ((consultation.MissionId, TotalScope.Participation, consultation.ParticipationId), consultation),
    ];

    private static TotalFigures Sum(IReadOnlyCollection<Consultation> consultations) => new(
        consultations.Count,
        consultations.Select(consultation => consultation.BuyerId).Distinct().Count(),
        consultations.Sum(consultation => Base(consultation.Value)),
        consultations.Sum(consultation => Base(consultation.Pursued)),
        consultations.Count(consultation => consultation.Value is { Rate: null }),
        consultations.Count(consultation => consultation.Pursued is { Rate: null }));

    private static decimal Base(Valued? value) => value is { Rate: { } rate } ? value.Amount * rate : 0m;
}
