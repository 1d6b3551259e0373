using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>
/// Recomputes totals from the records and compares them with what is stored. Reads every consultation and every deal once, mission by mission; works beside running writers.
/// </summary>
public sealed class TotalsCheck(TradeDbContext db)
{
    /// <summary>The stored totals that differ, of all missions or of one; none when all is well.</summary>
    public async Task<IReadOnlyList<TotalsDifference>> FindAsync(long? missionId = null, CancellationToken cancellationToken = default)
    {
        var differences = new List<TotalsDifference>();
        foreach (var suspect in await SuspectsAsync(missionId, cancellationToken))
        {
            await using var turn = await db.BeginWriteAsync(cancellationToken);
            differences.AddRange(await CompareAloneAsync(suspect, cancellationToken));
        }

        return differences;
    }

    /// <summary>Rewrites the stored totals that differ and says in the audit trail what they were. Returns what it found.</summary>
    public async Task<IReadOnlyList<TotalsDifference>> RepairAsync(string reason, long? missionId = null, CancellationToken cancellationToken = default)
    {
        var repaired = new List<TotalsDifference>();
        foreach (var suspect in await SuspectsAsync(missionId, cancellationToken))
        {
            await using var turn = await db.BeginWriteAsync(cancellationToken);
            var differences = await CompareAloneAsync(suspect, cancellationToken);
            if (differences.Count > 0)
            {
                await RewriteAsync(suspect, differences, reason, cancellationToken);
                await turn.CommitAsync(cancellationToken);
                repaired.AddRange(differences);
            }
        }

        return repaired;
    }

    /// <summary>Missions that look wrong. A writer may have come between the reads, so nothing is said of them until they are compared alone.</summary>
    private async Task<IReadOnlyList<long>> SuspectsAsync(long? missionId, CancellationToken cancellationToken)
    {
        var suspects = new List<long>();
        foreach (var mission in await db.Missions.Where(mission => missionId == null || mission.Id == missionId).OrderBy(mission => mission.Id).Select(mission => mission.Id).ToListAsync(cancellationToken))
        {
            if ((await CompareAsync(mission, cancellationToken)).Count > 0)
            {
                suspects.Add(mission);
            }
        }

        return suspects;
    }

    /// <summary>Compares with the mission's writers kept out; call it in a transaction.</summary>
    private async Task<IReadOnlyList<TotalsDifference>> CompareAloneAsync(long missionId, CancellationToken cancellationToken)
    {
        await TotalsMovement.LockAsync(db, missionId, cancellationToken);
        return await db.Missions.AnyAsync(mission => mission.Id == missionId, cancellationToken) ? await CompareAsync(missionId, cancellationToken) : [];
    }

    private async Task<IReadOnlyList<TotalsDifference>> CompareAsync(long missionId, CancellationToken cancellationToken)
    {
        var recount = new TotalsRecount(missionId);
        var consultations = db.Consultations.Where(consultation => consultation.MissionId == missionId).Select(Recounted);
        await foreach (var consultation in consultations.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            recount.Add(consultation);
        }

        var deal = new List<RecountedStep>();
        var steps = db.DealSteps.Where(step => step.Deal.MissionId == missionId).OrderBy(step => step.DealId).Select(RecountedStepOf);
        await foreach (var step in steps.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (deal.Count > 0 && deal[0].DealId != step.DealId)
            {
                recount.Add(deal);
                deal = [];
            }

            deal.Add(step);
        }

        if (deal.Count > 0)
        {
            recount.Add(deal);
        }

        return [.. recount.Against(await Totals(missionId).ToListAsync(cancellationToken), await Tiers(missionId).ToListAsync(cancellationToken))];
    }

    private async Task RewriteAsync(long missionId, IReadOnlyList<TotalsDifference> differences, string reason, CancellationToken cancellationToken)
    {
        var rows = await db.MissionTotals.Where(total => total.MissionId == missionId).ToDictionaryAsync(total => (total.Scope, total.ScopeId), cancellationToken);
        var cells = await db.TierTotals.Where(total => total.MissionId == missionId).ToListAsync(cancellationToken);
        foreach (var difference in differences)
        {
            if (!rows.TryGetValue((difference.Scope, difference.ScopeId), out var row))
            {
                row = difference.Recomputed.AsRow(missionId, difference.Scope, difference.ScopeId);
                rows.Add((row.Scope, row.ScopeId), row);
                db.MissionTotals.Add(row);
            }

            difference.Recomputed.WriteTo(row);
            RewriteCells(missionId, difference, cells);
        }

        var entry = EntryOf(missionId, differences, reason);
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var written in rows.Values.Concat<object>(cells).Concat(entry.Subjects).Append(entry))
        {
            db.Entry(written).State = EntityState.Detached;
        }
    }

    private void RewriteCells(long missionId, TotalsDifference difference, List<TierTotal> cells)
    {
        foreach (var cell in cells.Where(cell => cell.Scope == difference.Scope && cell.ScopeId == difference.ScopeId))
        {
            var right = difference.Recomputed.Tiers.GetValueOrDefault((cell.Figure, cell.Tier), TierFigures.None);
            (cell.Count, cell.Amount, cell.WithoutRate) = (right.Count, right.Amount, right.WithoutRate);
        }

        var missing = difference.Recomputed.Tiers
            .Where(right => !cells.Exists(cell => cell.Scope == difference.Scope && cell.ScopeId == difference.ScopeId && (cell.Figure, cell.Tier) == right.Key))
            .Select(right => right.Value.AsRow(missionId, difference.Scope, difference.ScopeId, right.Key)).ToList();
        db.TierTotals.AddRange(missing);
        cells.AddRange(missing);
    }

    private AuditEntry EntryOf(long missionId, IReadOnlyList<TotalsDifference> differences, string reason) => new()
    {
        At = db.Clock.GetUtcNow().UtcDateTime,
        ActorId = db.Actor.Id,
        ActorName = db.Actor.Name,
        RequestId = db.Actor.RequestId,
        Reason = reason,
        Act = AuditAct.Changed,
        Record = nameof(MissionTotal),
        RecordId = missionId,
        Changes = AuditTrail.Write(differences.SelectMany(ChangesOf)),
        Subjects =
        {
            new AuditSubject { Record = nameof(MissionTotal), RecordId = missionId },
            new AuditSubject { Record = nameof(Mission), RecordId = missionId },
        },
    };

    private static IEnumerable<AuditChange> ChangesOf(TotalsDifference difference)
    {
        var before = (difference.Stored ?? TotalFigures.None).Named.ToDictionary(figure => figure.Name, figure => figure.Value);
        var after = difference.Recomputed.Named.ToDictionary(figure => figure.Name, figure => figure.Value);
        return before.Keys.Union(after.Keys)
            .Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))
            .Select(name => new AuditChange($"{difference.Scope} {difference.ScopeId} {name}", Text(before.GetValueOrDefault(name)), Text(after.GetValueOrDefault(name))));
    }

    private static string Text(decimal figure) => figure.ToString("0.############", CultureInfo.InvariantCulture);

    private IQueryable<MissionTotal> Totals(long missionId) => db.MissionTotals.AsNoTracking().Where(total => total.MissionId == missionId);

    private IQueryable<TierTotal> Tiers(long missionId) => db.TierTotals.AsNoTracking().Where(total => total.MissionId == missionId);

    private static Expression<Func<Consultation, RecountedConsultation>> Recounted { get; } = consultation => new RecountedConsultation(
        consultation.Id,
        consultation.MissionId,
        consultation.StopId,
        consultation.ParticipationId,
        consultation.BuyerId,
        consultation.Value != null,
        consultation.Value!.BaseAmount,
        consultation.Answer == FigureState.Confirmed);

    private static Expression<Func<DealStep, RecountedStep>> RecountedStepOf { get; } = step => new RecountedStep(
        step.Id,
        step.DealId,
        step.Deal.ConsultationId,
        step.Place,
        step.On,
        step.Stage,
        step.Value!.BaseAmount,
        step.Answer,
        step.Evidence.Any(),
        step.IsWithdrawal,
        step.CorrectsId);
}
