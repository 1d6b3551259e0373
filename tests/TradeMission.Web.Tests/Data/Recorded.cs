using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

/// <summary>What the consultations and deals of a database add up to, by plain LINQ over loaded records: what stored totals are held against.</summary>
internal static class Recorded
{
    /// <summary>Fails unless the stored totals of every scope are exactly what the records add up to; a row that is missing equals nought.</summary>
    public static async Task AssertTotalsAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var tiers = (await db.TierTotals.AsNoTracking().ToListAsync()).ToLookup(total => (total.MissionId, total.Scope, total.ScopeId));
        var stored = (await db.MissionTotals.AsNoTracking().ToListAsync())
            .ToDictionary(total => (total.MissionId, total.Scope, total.ScopeId), total => TotalFigures.Of(total, tiers[(total.MissionId, total.Scope, total.ScopeId)]));
        var consultations = await db.Consultations.AsNoTracking().Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).ThenInclude(step => step.Evidence).ToListAsync();
        var recorded = consultations.SelectMany(Scopes).GroupBy(pair => pair.Key, pair => pair.Consultation).ToDictionary(group => group.Key, group => Sum([.. group]));
        foreach (var key in stored.Keys.Union(recorded.Keys).Union(tiers.Select(group => group.Key)))
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

    private static TotalFigures Sum(IReadOnlyCollection<Consultation> consultations)
    {
        var cells = consultations.SelectMany(Cells).ToList();
        var contract = cells.Where(cell => cell.Figure.ToString() is "ContractPursued" or "ContractCommitted" or "ContractSigned" or "ContractAdvanceReceived" or "ContractShipped" or "ContractPaid").ToList();
        return new TotalFigures(
            consultations.Count,
            consultations.Select(consultation => consultation.BuyerId).Distinct().Count(),
            consultations.Sum(consultation => Base(consultation.Value)),
            contract.Sum(cell => cell.Amount),
            consultations.Count(consultation => consultation.Value is { Rate: null }),
            contract.Sum(cell => cell.WithoutRate))
        {
            Tiers = cells.GroupBy(cell => (cell.Figure, cell.Tier)).ToDictionary(group => group.Key, group => new TierFigures(group.Count(), group.Sum(cell => cell.Amount), group.Sum(cell => cell.WithoutRate))),
        };
    }

    private static IEnumerable<(TotalFigure Figure, EvidenceTier Tier, decimal Amount, int WithoutRate)> Cells(Consultation consultation)
    {
        if (consultation.Value is { } value)
        {
            yield return (TotalFigure.ConsultationValue, consultation.Answer == FigureState.Confirmed ? EvidenceTier.Confirmed : EvidenceTier.Recorded, Base(value), value.Rate is null ? 1 : 0);
        }

        foreach (var cell in consultation.Deals.SelectMany(Cells))
        {
            yield return cell;
        }
    }

    private static IEnumerable<(TotalFigure Figure, EvidenceTier Tier, decimal Amount, int WithoutRate)> Cells(Deal deal)
    {
        var gone = deal.Steps.Where(step => step.CorrectsId is not null).Select(step => step.CorrectsId).ToHashSet();
        var steps = deal.Steps.Where(step => !gone.Contains(step.Id) && !step.IsWithdrawal).OrderBy(step => (step.On, step.Place)).ToList();
        var rungs = steps.Where(step => step.Value is not null).ToList();
        if (rungs.Count == 0)
        {
            yield break;
        }

        var movements = rungs.Where(step => step.Stage >= DealStage.AdvanceReceived).ToList();
        foreach (var step in movements)
        {
            yield return (Enum.Parse<TotalFigure>($"{step.Stage}"), Tier(step), Base(step.Value), step.Value!.Rate is null ? 1 : 0);
        }

        var end = steps[^1].Stage;
        var figure = Enum.Parse<TotalFigure>($"Contract{(end is DealStage.OnHold or DealStage.Lost ? end : rungs.Max(step => step.Stage))}");
        if (rungs.FindLast(step => step.Stage < DealStage.AdvanceReceived) is { } contract)
        {
            yield return (figure, Tier(contract), Base(contract.Value), contract.Value!.Rate is null ? 1 : 0);
            yield break;
        }

        var received = movements.Where(step => step.Stage != DealStage.Shipped).ToList();
        var shipped = movements.Except(received).ToList();
        var larger = received.Count == 0 || shipped.Sum(step => Base(step.Value)) > received.Sum(step => Base(step.Value)) ? shipped : received;
        yield return (figure, larger.Min(Tier), larger.Sum(step => Base(step.Value)), movements.Exists(step => step.Value!.Rate is null) ? 1 : 0);
    }

    private static EvidenceTier Tier(DealStep step) => step.Answer switch
    {
        FigureState.Disputed => EvidenceTier.Recorded,
        _ when step.Evidence.Count > 0 => EvidenceTier.Documented,
        FigureState.Confirmed => EvidenceTier.Confirmed,
        _ => EvidenceTier.Recorded,
    };

    private static decimal Base(Valued? value) => value is { Rate: { } rate } ? value.Amount * rate : 0m;
}
