using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>
/// Adds up one mission's consultations and deals in memory, by mission, stop and participation: the other way to a total. It works out what a deal stands for from
/// the steps alone and shares nothing with <see cref="TotalsMovement"/> or <see cref="Deal"/>.
/// </summary>
internal sealed class TotalsRecount(long missionId)
{
    private readonly Dictionary<(TotalScope Scope, long Id), Sum> sums = new() { [(TotalScope.Mission, missionId)] = new Sum() };
    private readonly Dictionary<long, RecountedConsultation> places = [];

    public long MissionId => missionId;

    public void Add(RecountedConsultation consultation)
    {
        places[consultation.Id] = consultation;
        foreach (var sum in SumsOf(consultation))
        {
            sum.Add(consultation);
        }
    }

    /// <summary>All steps of one deal; its consultation comes first.</summary>
    public void Add(IReadOnlyCollection<RecountedStep> deal)
    {
        var consultation = places[deal.First().ConsultationId];
        var struck = deal.Where(step => step.CorrectsId is not null).Select(step => step.CorrectsId!.Value).ToHashSet();
        var standing = deal.Where(step => !step.IsWithdrawal && !struck.Contains(step.Id)).OrderBy(step => step.On).ThenBy(step => step.Place).ToList();
        var rungs = standing.Where(step => step.Stage is not (DealStage.OnHold or DealStage.Lost)).ToList();
        if (rungs.Count == 0)
        {
            return;
        }

        var figure = standing[^1].Stage switch
        {
            DealStage.OnHold => TotalFigure.ContractOnHold,
            DealStage.Lost => TotalFigure.ContractLost,
            _ => rungs.Max(step => step.Stage) switch
            {
                DealStage.Pursued => TotalFigure.ContractPursued,
                DealStage.Committed => TotalFigure.ContractCommitted,
                DealStage.Signed => TotalFigure.ContractSigned,
                DealStage.AdvanceReceived => TotalFigure.ContractAdvanceReceived,
                DealStage.Shipped => TotalFigure.ContractShipped,
                _ => TotalFigure.ContractPaid,
            },
        };
        var (amount, tier, withoutRate) = ContractOf(rungs);
        foreach (var sum in SumsOf(consultation))
        {
            sum.Count(figure, tier, amount, withoutRate);
            foreach (var moved in rungs.Where(step => step.Stage is DealStage.AdvanceReceived or DealStage.Shipped or DealStage.Paid))
            {
                sum.Count(Enum.Parse<TotalFigure>(moved.Stage.ToString()), TierOf(moved), moved.Amount ?? 0m, moved.Amount is null ? 1 : 0);
            }
        }
    }

    /// <summary>Where the mission's stored rows differ. A row that is missing equals nought, except the mission's own: writers wait for each other on it.</summary>
    public IEnumerable<TotalsDifference> Against(IReadOnlyCollection<MissionTotal> stored, IEnumerable<TierTotal> tiers)
    {
        var cells = tiers.ToLookup(cell => (cell.Scope, Id: cell.ScopeId));
        var rows = stored.ToDictionary(total => (total.Scope, Id: total.ScopeId), total => TotalFigures.Of(total, cells[(total.Scope, total.ScopeId)]));
        foreach (var key in sums.Keys.Union(rows.Keys).Union(cells.Select(group => group.Key)).Order())
        {
            var kept = rows.GetValueOrDefault(key);
            var recomputed = sums.TryGetValue(key, out var sum) ? sum.Figures : TotalFigures.None;
            if ((kept ?? TotalFigures.None) != recomputed || (kept is null && (key.Scope == TotalScope.Mission || cells.Contains(key))))
            {
                yield return new TotalsDifference(missionId, key.Scope, key.Id, kept, recomputed);
            }
        }
    }

    private static (decimal Amount, EvidenceTier Tier, int WithoutRate) ContractOf(List<RecountedStep> rungs)
    {
        if (rungs.FindLast(step => step.Stage is DealStage.Pursued or DealStage.Committed or DealStage.Signed) is { } contract)
        {
            return (contract.Amount ?? 0m, TierOf(contract), contract.Amount is null ? 1 : 0);
        }

        var goods = rungs.Where(step => step.Stage == DealStage.Shipped).ToList();
        var money = rungs.Except(goods).ToList();
        var (shipped, received) = (goods.Sum(step => step.Amount ?? 0m), money.Sum(step => step.Amount ?? 0m));
        var larger = money.Count == 0 || shipped > received ? goods : money;
        return (Math.Max(shipped, received), larger.Min(TierOf), rungs.Exists(step => step.Amount is null) ? 1 : 0);
    }

    private static EvidenceTier TierOf(RecountedStep step) => step switch
    {
        { Answer: FigureState.Disputed } => EvidenceTier.Recorded,
        { HasEvidence: true } => EvidenceTier.Documented,
        { Answer: FigureState.Confirmed } => EvidenceTier.Confirmed,
        _ => EvidenceTier.Recorded,
    };

    private Sum[] SumsOf(RecountedConsultation consultation) =>
    [
        SumOf(TotalScope.Mission, missionId),
        SumOf(TotalScope.Stop, consultation.StopId ?? MissionTotal.UnknownStop),
        SumOf(TotalScope.Participation, consultation.ParticipationId),
    ];

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
        private readonly Dictionary<(TotalFigure Figure, EvidenceTier Tier), TierFigures> tiers = [];
        private TotalFigures figures = TotalFigures.None;

        public TotalFigures Figures => figures with { Buyers = buyers.Count, Tiers = tiers };

        public void Add(RecountedConsultation consultation)
        {
            buyers.Add(consultation.BuyerId);
            figures = figures with { Consultations = figures.Consultations + 1 };
            if (consultation.HasValue)
            {
                Count(TotalFigure.ConsultationValue, consultation.IsConfirmed ? EvidenceTier.Confirmed : EvidenceTier.Recorded, consultation.Value ?? 0m, consultation.Value is null ? 1 : 0);
            }
        }

        public void Count(TotalFigure figure, EvidenceTier tier, decimal amount, int withoutRate)
        {
            tiers[(figure, tier)] = tiers.GetValueOrDefault((figure, tier), TierFigures.None).Add(new TierFigures(1, amount, withoutRate));
            if (figure == TotalFigure.ConsultationValue)
            {
                figures = figures with { ConsultationValue = figures.ConsultationValue + amount, ConsultationValuesWithoutRate = figures.ConsultationValuesWithoutRate + withoutRate };
            }
            else if (figure is >= TotalFigure.ContractPursued and <= TotalFigure.ContractPaid)
            {
                figures = figures with { ContractValue = figures.ContractValue + amount, ContractValuesWithoutRate = figures.ContractValuesWithoutRate + withoutRate };
            }
        }
    }
}
