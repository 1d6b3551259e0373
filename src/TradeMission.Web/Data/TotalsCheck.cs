using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>
/// Recomputes totals from the records and compares them with what is stored. Reads every consultation once, mission by mission; works beside running writers.
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

    /// <summary>Missions that look wrong. A writer may have come between the two reads, so nothing is said of them until they are compared alone.</summary>
    private async Task<IReadOnlyList<long>> SuspectsAsync(long? missionId, CancellationToken cancellationToken)
    {
        var stored = (await Totals(missionId).ToListAsync(cancellationToken)).ToLookup(total => total.MissionId);
        var missions = await db.Missions.Where(mission => missionId == null || mission.Id == missionId).Select(mission => mission.Id).ToListAsync(cancellationToken);
        var untouched = missions.ToHashSet();
        var suspects = new SortedSet<long>();
        var recount = new TotalsRecount(0);
        await foreach (var consultation in Consultations(missionId).OrderBy(consultation => consultation.MissionId).Select(Recounted).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (recount.MissionId != consultation.MissionId)
            {
                Compare(recount);
                recount = new TotalsRecount(consultation.MissionId);
            }

            recount.Add(consultation);
        }

        Compare(recount);
        foreach (var mission in untouched.ToList())
        {
            Compare(new TotalsRecount(mission));
        }

        return [.. suspects];

        void Compare(TotalsRecount whole)
        {
            untouched.Remove(whole.MissionId);
            if (whole.MissionId != 0 && whole.Against([.. stored[whole.MissionId]]).Any())
            {
                suspects.Add(whole.MissionId);
            }
        }
    }

    /// <summary>Compares with the mission's writers kept out; call it in a transaction.</summary>
    private async Task<IReadOnlyList<TotalsDifference>> CompareAloneAsync(long missionId, CancellationToken cancellationToken)
    {
        await TotalsMovement.LockAsync(db, missionId, cancellationToken);
        if (!await db.Missions.AnyAsync(mission => mission.Id == missionId, cancellationToken))
        {
            return [];
        }

        var recount = new TotalsRecount(missionId);
        await foreach (var consultation in Consultations(missionId).Select(Recounted).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            recount.Add(consultation);
        }

        return [.. recount.Against(await Totals(missionId).ToListAsync(cancellationToken))];
    }

    private async Task RewriteAsync(long missionId, IReadOnlyList<TotalsDifference> differences, string reason, CancellationToken cancellationToken)
    {
        var rows = await db.MissionTotals.Where(total => total.MissionId == missionId).ToDictionaryAsync(total => (total.Scope, total.ScopeId), cancellationToken);
        foreach (var difference in differences)
        {
            if (!rows.TryGetValue((difference.Scope, difference.ScopeId), out var row))
            {
                row = new MissionTotal { MissionId = missionId, Scope = difference.Scope, ScopeId = difference.ScopeId };
                rows.Add((row.Scope, row.ScopeId), row);
                db.MissionTotals.Add(row);
            }

            difference.Recomputed.WriteTo(row);
        }

        var entry = EntryOf(missionId, differences, reason);
        db.AuditEntries.Add(entry);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var written in rows.Values.Concat<object>(entry.Subjects).Append(entry))
        {
            db.Entry(written).State = EntityState.Detached;
        }
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
        [
            new AuditSubject { Record = nameof(MissionTotal), RecordId = missionId },
            new AuditSubject { Record = nameof(Mission), RecordId = missionId },
        ],
    };

    private static IEnumerable<AuditChange> ChangesOf(TotalsDifference difference) =>
        (difference.Stored ?? TotalFigures.None).Named.Zip(difference.Recomputed.Named)
            .Where(pair => pair.First.Value != pair.Second.Value)
            .Select(pair => new AuditChange($"{difference.Scope} {difference.ScopeId} {pair.First.Name}", Text(pair.First.Value), Text(pair.Second.Value)));

    private static string Text(decimal figure) => figure.ToString("0.############", CultureInfo.InvariantCulture);

    private IQueryable<MissionTotal> Totals(long? missionId) => db.MissionTotals.AsNoTracking().Where(total => missionId == null || total.MissionId == missionId);

    private IQueryable<Consultation> Consultations(long? missionId) => db.Consultations.Where(consultation => missionId == null || consultation.MissionId == missionId);

    private static Expression<Func<Consultation, RecountedConsultation>> Recounted { get; } = consultation => new RecountedConsultation(
        consultation.MissionId,
        consultation.StopId,
        consultation.ParticipationId,
        consultation.BuyerId,
        consultation.Value != null,
        consultation.Value!.BaseAmount,
        consultation.Pursued != null,
        consultation.Pursued!.BaseAmount);
}
