using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Merging;

/// <summary>
/// Makes one firm of two, and two of one again. Everything that hung on the one that goes hangs on the one that stays; its row remains, found by nobody, so that its address leads on.
/// Merges of one firm are undone in the opposite order: an earlier one may have brought what a later one put more on.
/// </summary>
public sealed class FirmMerging(TradeDbContext db)
{
    /// <summary>Merges as the plan that was shown says.</summary>
    /// <returns>The plan as it is now, and whether it was done: not, where it is another one or something stands in the way. No plan where one of the two is not there.</returns>
    public async Task<(MergePlan? Plan, bool IsDone)> MergeAsync(FirmRegister register, long winnerId, long loserId, MergeForm form, CancellationToken cancellation)
    {
        await using var turn = await BeginAsync(cancellation);
        if (await MergePlan.OfAsync(db, register, winnerId, loserId, cancellation) is not { } plan)
        {
            return (null, false);
        }

        if (plan.Seen != form.Seen || plan.Obstacles.Count > 0)
        {
            return (plan, false);
        }

        var moves = new List<MergeWork.Move>();
        var folded = plan.Folds.ToDictionary(fold => fold.From, fold => fold.To);
        foreach (var reference in register.References)
        {
            var rows = await reference.OfAsync(db, loserId, cancellation);
            moves.Add(Move(reference, [.. rows.Where(row => row is not Participation participation || !folded.ContainsKey(participation.Id))], loserId, winnerId));
        }

        foreach (var (from, to) in folded)
        {
            foreach (var reference in FirmRegister.OfParticipations)
            {
                moves.Add(Move(reference, await reference.OfAsync(db, from, cancellation), from, to));
            }

            (await db.Participations.FindAsync([from], cancellation))!.MergedIntoId = to;
        }

        var reason = SearchText.Stored(form.Reason)!;
        var changes = Change(plan, form);
        plan.Loser.MergedIntoId = winnerId;
        db.Merges.Add(new Merge
        {
            Kind = register.Kind,
            WinnerId = winnerId,
            LoserId = loserId,
            ByName = db.Actor.Name,
            At = db.Clock.GetUtcNow().UtcDateTime,
            Reason = reason,
            Work = new MergeWork([.. moves.Where(move => move.Ids.Count > 0)], changes).Write(),
        });
        db.Reason = reason;
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return (plan, true);
    }

    /// <summary>Takes a merge back: what it moved and is still where it was moved to goes back; what somebody has changed since stays as it is.</summary>
    /// <returns>What it was about, and whether it was done: not, where something stands in the way. No page where there is no such merge.</returns>
    public async Task<(UndoPage? Page, bool IsDone)> UndoAsync(long id, UndoForm form, CancellationToken cancellation)
    {
        await using var turn = await BeginAsync(cancellation);
        if (await UndoPage.OfAsync(db, id, cancellation) is not { } page)
        {
            return (null, false);
        }

        if (page.Obstacles.Count > 0)
        {
            return (page, false);
        }

        var (merge, register) = (page.Merge, page.Register);
        var loser = (await register.FindAsync(db, merge.LoserId, cancellation, even: true))!;
        var work = MergeWork.Read(merge.Work);
        foreach (var participation in await db.Participations.IgnoreQueryFilters().Where(own => register.Kind == FirmKind.Company && own.CompanyId == merge.LoserId && own.MergedIntoId != null).ToListAsync(cancellation))
        {
            participation.MergedIntoId = null;
        }

        loser.MergedIntoId = null;
        foreach (var move in work.Moves)
        {
            var reference = register.ReferenceOf(move);
            Move(reference, await reference.StillOfAsync(db, move.To, move.Ids, cancellation), move.To, move.From);
        }

        foreach (var change in work.Changes)
        {
            var property = db.Entry(change.Firm == merge.LoserId ? loser : (await register.FindAsync(db, merge.WinnerId, cancellation))!).Property(change.Column);
            if (MergeWork.Kept(property.CurrentValue).GetRawText() == change.To.GetRawText())
            {
                property.CurrentValue = MergeWork.Restored(change.From, property.Metadata.ClrType);
            }
        }

        db.Merges.Remove(merge);
        db.Reason = SearchText.Stored(form.Reason);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return (page, true);
    }

    private MergeWork.Move Move(Reference reference, IReadOnlyList<object> rows, long from, long to)
    {
        var ids = new List<long>();
        foreach (var row in rows)
        {
            var entry = db.Entry(row);
            entry.Property(reference.Field).CurrentValue = to;
            ids.Add((long)entry.Property(nameof(Entity.Id)).CurrentValue!);

            // Who has a session signs in anew: it speaks for the other company.
            if (row is TradeUser { PasswordHash: not null } user)
            {
                user.SecurityStamp = Guid.NewGuid().ToString("N").ToUpperInvariant();
            }
        }

        return new MergeWork.Move(reference.Record, reference.Field, from, to, ids);
    }

    /// <summary>Writes what is kept of the one that goes. A registration number is nobody's twice: it goes over.</summary>
    private List<MergeWork.Change> Change(MergePlan plan, MergeForm form)
    {
        var changes = new List<MergeWork.Change>();
        foreach (var choice in plan.Choices.Where(form.TakesLosers))
        {
            foreach (var column in choice.Field.Columns)
            {
                var theirs = db.Entry(plan.Loser).Property(column);
                Set(plan.WinnerId, db.Entry(plan.Winner).Property(column), theirs.CurrentValue);
                if (column == nameof(Company.RegistrationNumber))
                {
                    Set(plan.LoserId, theirs, null);
                }
            }
        }

        return changes;

        void Set(long firm, Microsoft.EntityFrameworkCore.ChangeTracking.PropertyEntry property, object? value)
        {
            if (!Equals(property.CurrentValue, value))
            {
                changes.Add(new MergeWork.Change(firm, property.Metadata.Name, MergeWork.Kept(property.CurrentValue), MergeWork.Kept(value)));
                property.CurrentValue = value;
            }
        }
    }

    /// <summary>Alone: nobody records, asks or answers meanwhile. Which missions it touches is known only once it looks.</summary>
    private async Task<WriteTransaction> BeginAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var turn = await db.BeginWriteAsync(cancellation);
        await TotalsMovement.LockAllAsync(db, cancellation);
        return turn;
    }
}
