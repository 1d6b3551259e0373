using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>Adds up one mission's consultations in memory, by mission, stop and participation: the other way to a total, which shares nothing with <see cref="TotalsMovement"/>.</summary>
internal sealed class TotalsRecount(long missionId)
{
    private readonly Dictionary<(TotalScope Scope, long Id), Sum> sums = new() { [(TotalScope.Mission, missionId)] = new Sum() };

    public long MissionId => missionId;

    public void Add(RecountedConsultation consultation)
    {
        SumOf(TotalScope.Mission, missionId).Add(consultation);
        SumOf(TotalScope.Stop, consultation.StopId ?? MissionTotal.UnknownStop).Add(consultation);
        SumOf(TotalScope.Participation, consultation.ParticipationId).Add(consultation);
    }

    /// <summary>Where the mission's stored rows differ. A row that is missing equals nought, except the mission's own: writers wait for each other on it.</summary>
    public IEnumerable<TotalsDifference> Against(IReadOnlyCollection<MissionTotal> stored)
    {
        var rows = stored.ToDictionary(total => (total.Scope, Id: total.ScopeId), TotalFigures.Of);
        foreach (var key in sums.Keys.Union(rows.Keys).Order())
        {
            var kept = rows.GetValueOrDefault(key);
            var recomputed = sums.TryGetValue(key, out var sum) ? sum.Figures : TotalFigures.None;
            if ((kept ?? TotalFigures.None) != recomputed || (kept is null && key.Scope == TotalScope.Mission))
            {
                yield return new TotalsDifference(missionId, key.Scope, key.Id, kept, recomputed);
            }
        }
    }

    private Sum SumOf(TotalScope scope, long id)
    {
        if (!sums.TryGetValue((scope, id), out var sum))
        {
            sums[(scope, id)] = sum = new Sum();
        }

        return sum;
    }

    private sealed class Sum
    {
        private readonly HashSet<long> buyers = [];
        private TotalFigures figures = TotalFigures.None;

        public TotalFigures Figures => figures with { Buyers = buyers.Count };

        public void Add(RecountedConsultation consultation)
        {
            buyers.Add(consultation.BuyerId);
            figures = figures with
            {
                Consultations = figures.Consultations + 1,
                ConsultationValue = figures.ConsultationValue + (consultation.Value ?? 0m),
                ContractValue = figures.ContractValue + (consultation.Pursued ?? 0m),
                ConsultationValuesWithoutRate = figures.ConsultationValuesWithoutRate + (consultation is { HasValue: true, Value: null } ? 1 : 0),
                ContractValuesWithoutRate = figures.ContractValuesWithoutRate + (consultation is { HasPursued: true, Pursued: null } ? 1 : 0),
            };
        }
    }
}
