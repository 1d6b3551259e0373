using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

#pragma warning disable RS0030 // Totals are moved by "x = x + difference" in the database, under the transaction of the records that move them.

namespace TradeMission.Web.Data;

/// <summary>What a set of changed consultations and deals does to stored totals. <see cref="TradeDbContext"/> applies it in the transaction that saves them.</summary>
internal sealed class TotalsMovement
{
    private const int AskedOneByOne = 4;

    private readonly Dictionary<(long Mission, TotalScope Scope, long Id), TotalsDelta> deltas = [];
    private readonly Dictionary<(long Mission, TotalScope Scope, long Id, long Buyer), int> met = [];
    private readonly List<Consultation> added = [];
    private readonly List<Consultation> changed = [];
    private readonly List<ShareChange> changes = [];
    private readonly HashSet<long> changedDeals = [];
    private readonly HashSet<long> changedSteps = [];
    private readonly List<(Place From, Place To)> moved = [];
    private readonly Dictionary<long, (Place From, Place? To)> places = [];
    private readonly List<Mission> newMissions = [];
    private readonly HashSet<(TotalScope Scope, long Id)> gone = [];

    public bool IsEmpty => deltas.Count == 0 && added.Count == 0 && changes.Count == 0 && newMissions.Count == 0 && gone.Count == 0;

    public static TotalsMovement Of(ChangeTracker tracker)
    {
        var movement = new TotalsMovement();
        foreach (var entry in tracker.Entries())
        {
            movement.Take(entry);
        }

        return movement;
    }

    /// <summary>
    /// Takes the missions' total rows, in the order of their ids, before anything else is written: writers of one mission follow each other,
    /// so that what is counted after saving is counted alone. Then reads what others may have moved meanwhile.
    /// </summary>
    public async Task LockAsync(TradeDbContext db, CancellationToken cancellation)
    {
        foreach (var mission in deltas.Keys.Select(key => key.Mission).Concat(added.Concat(changed).Select(consultation => consultation.MissionId)).Concat(changes.Select(change => change.Deal.MissionId)).Distinct().Order())
        {
            await LockAsync(db, mission, cancellation);
        }

        await FindPlacesAsync(db, cancellation);
        foreach (var (from, to) in moved)
        {
            await MoveDealsAsync(db, from, to, cancellation);
        }
    }

    /// <summary>Keeps other writers of the mission waiting until the transaction ends.</summary>
    public static async Task LockAsync(TradeDbContext db, long mission, CancellationToken cancellation)
    {
        if (db.Turns.Has(db, mission))
        {
            return;
        }

        await db.MissionTotals.Where(total => total.MissionId == mission && total.Scope == TotalScope.Mission)
            .ExecuteUpdateAsync(set => set.SetProperty(total => total.Consultations, total => total.Consultations), cancellation);
        db.Turns.Take(db, mission);
    }

    /// <summary>Keeps the writers of all missions waiting: for what may touch any of them and cannot know which before it looks.</summary>
    public static Task LockAllAsync(TradeDbContext db, CancellationToken cancellation) =>
        db.MissionTotals.Where(total => total.Scope == TotalScope.Mission)
            .ExecuteUpdateAsync(set => set.SetProperty(total => total.Consultations, total => total.Consultations), cancellation);

    /// <summary>Moves the totals by the differences; call it after the records are saved, inside their transaction.</summary>
    public async Task ApplyAsync(TradeDbContext db, CancellationToken cancellation)
    {
        foreach (var (scope, id) in gone)
        {
            await db.MissionTotals.Where(total => total.Scope == scope && total.ScopeId == id).ExecuteDeleteAsync(cancellation);
            await db.TierTotals.Where(total => total.Scope == scope && total.ScopeId == id).ExecuteDeleteAsync(cancellation);
        }

        // A buyer that comes into being with them has its id only now.
        foreach (var consultation in added.Concat(changed))
        {
            Recount(consultation, +1);
        }

        foreach (var change in changes)
        {
            if (PlaceOf(change.Deal) is var (from, to))
            {
                Count(from, change.Before, -1);
                Count(to ?? from, change.Now, +1);
            }
        }

        await CountBuyersAsync(db, cancellation);
        foreach (var mission in newMissions)
        {
            var delta = DeltaOf((mission.Id, TotalScope.Mission, mission.Id));
            db.MissionTotals.Add(delta.Total.AsRow(mission.Id, TotalScope.Mission, mission.Id));
            delta.ClearTotal();
        }

        await TotalRows.MoveAsync(db, [.. deltas.OrderBy(pair => pair.Key).Where(pair => !IsGone(pair.Key))], cancellation);
    }

    private void Take(EntityEntry entry)
    {
        switch (entry.Entity, entry.State)
        {
            case (Consultation consultation, EntityState.Added):
                added.Add(consultation);
                break;
            case (Consultation consultation, EntityState.Modified):
                var was = (Consultation)entry.OriginalValues.ToObject();
                Recount(was, -1);
                changed.Add(consultation);
                places[consultation.Id] = (Place.Of(was), Place.Of(consultation));
                if (was.StopId != consultation.StopId || was.ParticipationId != consultation.ParticipationId)
                {
                    moved.Add((Place.Of(was), Place.Of(consultation)));
                }

                break;
            case (Consultation deleted, EntityState.Deleted):
                var last = (Consultation)entry.OriginalValues.ToObject();
                Recount(last, -1);
                places[deleted.Id] = (Place.Of(last), null);
                break;
            case (Deal deal, EntityState.Added or EntityState.Modified or EntityState.Deleted):
                changedDeals.Add(deal.Id);
                Change(deal, Before<Deal>(entry)?.Share, entry.State == EntityState.Deleted ? null : deal.Share);
                break;
            case (DealStep step, EntityState.Added or EntityState.Modified or EntityState.Deleted):
                changedSteps.Add(step.Id);
                Change(step.Deal, Before<DealStep>(entry)?.Share, entry.State == EntityState.Deleted ? null : step.Share);
                break;
            case (Mission mission, EntityState.Added):
                newMissions.Add(mission);
                break;
            case (Mission mission, EntityState.Deleted):
                gone.Add((TotalScope.Mission, mission.Id));
                break;
            case (Stop stop, EntityState.Deleted):
                gone.Add((TotalScope.Stop, stop.Id));
                break;
            case (Participation participation, EntityState.Deleted):
                gone.Add((TotalScope.Participation, participation.Id));
                break;
        }
    }

    /// <summary>What stays as it is may still move with its consultation.</summary>
    private void Change(Deal deal, FigureShare? before, FigureShare? now)
    {
        if (before is not null || now is not null)
        {
            changes.Add(new ShareChange(deal, before, now));
        }
    }

    private static TRecord? Before<TRecord>(EntityEntry entry)
        where TRecord : class => entry.State == EntityState.Added ? null : (TRecord)entry.OriginalValues.ToObject();

    /// <summary>Null where the deal's consultation does not exist: then the database has refused the deal.</summary>
    private (Place From, Place? To)? PlaceOf(Deal deal) =>
        places.TryGetValue(deal.ConsultationId, out var place) ? place : deal.Consultation is { } made ? (Place.Of(made), null) : null;

    /// <summary>Where the consultations of changed deals are at now: read under the lock, since another writer may have moved them.</summary>
    private async Task FindPlacesAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var unknown = changes.Select(change => change.Deal.ConsultationId).Where(id => id > 0 && !places.ContainsKey(id)).Distinct().ToList();
        foreach (var some in unknown.InQuestions())
        {
            var found = db.Consultations.Where(consultation => some.Contains(consultation.Id))
                .Select(consultation => new Place(consultation.Id, consultation.MissionId, consultation.StopId, consultation.ParticipationId, consultation.BuyerId));
            await foreach (var place in found.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                places[place.ConsultationId] = (place, null);
            }
        }
    }

    /// <summary>A consultation that moves takes its deals along: those that this save does not change are read under the lock.</summary>
    private async Task MoveDealsAsync(TradeDbContext db, Place from, Place to, CancellationToken cancellation)
    {
        var deals = await db.Deals.AsNoTracking().Include(deal => deal.Steps).Where(deal => deal.ConsultationId == from.ConsultationId).ToListAsync(cancellation);
        foreach (var share in deals.Where(deal => !changedDeals.Contains(deal.Id)).Select(deal => deal.Share)
            .Concat(deals.SelectMany(deal => deal.Steps).Where(step => !changedSteps.Contains(step.Id)).Select(step => step.Share)))
        {
            Count(from, share, -1);
            Count(to, share, +1);
        }
    }

    /// <summary>A buyer is met by a scope when the first consultation with it arrives there, and no longer when the last one leaves.</summary>
    private async Task CountBuyersAsync(TradeDbContext db, CancellationToken cancellation)
    {
        foreach (var mission in met.Where(pair => pair.Value != 0 && !IsGone((pair.Key.Mission, pair.Key.Scope, pair.Key.Id))).ToLookup(pair => pair.Key.Mission))
        {
            var now = await MeetingsAsync(db, mission.Key, [.. mission.Select(pair => pair.Key.Buyer).Distinct()], cancellation);
            foreach (var ((_, scope, id, buyer), change) in mission)
            {
                var count = now.GetValueOrDefault((scope, id, buyer));
                DeltaOf((mission.Key, scope, id)).AddBuyers((count > 0 ? 1 : 0) - (count - change > 0 ? 1 : 0));
            }
        }
    }

    /// <summary>How often each scope of a mission has met these buyers: asked for each of a few, and for hundreds at a time when there are many.</summary>
    private static async Task<Dictionary<(TotalScope Scope, long Id, long Buyer), int>> MeetingsAsync(
        TradeDbContext db, long mission, IReadOnlyList<long> buyers, CancellationToken cancellation)
    {
        var meetings = new Dictionary<(TotalScope Scope, long Id, long Buyer), int>();
        var all = db.Consultations.Where(consultation => consultation.MissionId == mission);
        foreach (var some in buyers.Count > AskedOneByOne ? buyers.InQuestions().Select(several => all.Where(consultation => several.Contains(consultation.BuyerId))) : buyers.Select(buyer => all.Where(consultation => consultation.BuyerId == buyer)))
        {
            var groups = some
                .GroupBy(consultation => new { consultation.BuyerId, consultation.StopId, consultation.ParticipationId })
                .Select(group => new { group.Key.BuyerId, group.Key.StopId, group.Key.ParticipationId, Count = group.Count() });
            await foreach (var group in groups.AsAsyncEnumerable().WithCancellation(cancellation))
            {
                Add((TotalScope.Mission, mission, group.BuyerId), group.Count);
                Add((TotalScope.Stop, group.StopId ?? MissionTotal.UnknownStop, group.BuyerId), group.Count);
                Add((TotalScope.Participation, group.ParticipationId, group.BuyerId), group.Count);
            }
        }

        return meetings;

        void Add((TotalScope Scope, long Id, long Buyer) key, int count) => meetings[key] = meetings.GetValueOrDefault(key) + count;
    }

    /// <summary>What is deleted together with its consultations has no totals to move.</summary>
    private bool IsGone((long Mission, TotalScope Scope, long Id) key) => gone.Contains((key.Scope, key.Id)) || gone.Contains((TotalScope.Mission, key.Mission));

    private void Recount(Consultation consultation, int sign)
    {
        Count(Place.Of(consultation), sign);
        Count(Place.Of(consultation), consultation.Share, sign);
    }

    /// <summary>The meeting itself.</summary>
    private void Count(Place place, int sign)
    {
        foreach (var (scope, id) in place.Scopes)
        {
            DeltaOf((place.MissionId, scope, id)).AddConsultations(sign);
            var key = (place.MissionId, scope, id, place.BuyerId);
            met[key] = met.GetValueOrDefault(key) + sign;
        }
    }

    private void Count(Place place, FigureShare? share, int sign)
    {
        if (share is null)
        {
            return;
        }

        foreach (var (scope, id) in place.Scopes)
        {
            DeltaOf((place.MissionId, scope, id)).Add(share, sign);
        }
    }

    private TotalsDelta DeltaOf((long Mission, TotalScope Scope, long Id) key)
    {
        if (!deltas.TryGetValue(key, out var delta))
        {
            deltas[key] = delta = new TotalsDelta();
        }

        return delta;
    }

    /// <summary>Where a consultation counts.</summary>
    private sealed record Place(long ConsultationId, long MissionId, long? StopId, long ParticipationId, long BuyerId)
    {
        public (TotalScope Scope, long Id)[] Scopes => [(TotalScope.Mission, MissionId), (TotalScope.Stop, StopId ?? MissionTotal.UnknownStop), (TotalScope.Participation, ParticipationId)];

        public static Place Of(Consultation consultation) => new(consultation.Id, consultation.MissionId, consultation.StopId, consultation.ParticipationId, consultation.BuyerId);
    }

    /// <summary>What a deal or a step added before, and what it adds once it is saved.</summary>
    private sealed record ShareChange(Deal Deal, FigureShare? Before, FigureShare? Now);
}
