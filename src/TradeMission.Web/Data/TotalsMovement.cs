using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

#pragma warning disable RS0030 // Totals are moved by "x = x + difference" in the database, under the transaction of the records that move them.

namespace TradeMission.Web.Data;

/// <summary>What a set of changed consultations does to stored totals. <see cref="TradeDbContext"/> applies it in the transaction that saves them.</summary>
internal sealed class TotalsMovement
{
    private const int AskedOneByOne = 4;

    private readonly Dictionary<(long Mission, TotalScope Scope, long Id), Difference> differences = [];
    private readonly Dictionary<(long Mission, TotalScope Scope, long Id, long Buyer), int> met = [];
    private readonly List<Consultation> added = [];
    private readonly List<Mission> newMissions = [];
    private readonly HashSet<(TotalScope Scope, long Id)> gone = [];

    public bool IsEmpty => differences.Count == 0 && added.Count == 0 && newMissions.Count == 0 && gone.Count == 0;

    public static TotalsMovement Of(ChangeTracker tracker)
    {
        var movement = new TotalsMovement();
        foreach (var entry in tracker.Entries())
        {
            switch (entry.Entity, entry.State)
            {
                case (Consultation consultation, EntityState.Added):
                    movement.added.Add(consultation);
                    break;
                case (Consultation, EntityState.Modified):
                    movement.Count(Portion.Before(entry), -1);
                    movement.Count(Portion.Now((Consultation)entry.Entity), +1);
                    break;
                case (Consultation, EntityState.Deleted):
                    movement.Count(Portion.Before(entry), -1);
                    break;
                case (Mission mission, EntityState.Added):
                    movement.newMissions.Add(mission);
                    break;
                case (Mission mission, EntityState.Deleted):
                    movement.gone.Add((TotalScope.Mission, mission.Id));
                    break;
                case (Stop stop, EntityState.Deleted):
                    movement.gone.Add((TotalScope.Stop, stop.Id));
                    break;
                case (Participation participation, EntityState.Deleted):
                    movement.gone.Add((TotalScope.Participation, participation.Id));
                    break;
            }
        }

        return movement;
    }

    /// <summary>
    /// Takes the missions' total rows, in the order of their ids, before anything else is written: writers of one mission follow each other,
    /// so that what is counted after saving is counted alone.
    /// </summary>
    public async Task LockAsync(TradeDbContext db, CancellationToken cancellation)
    {
        foreach (var mission in differences.Keys.Select(key => key.Mission).Concat(added.Select(consultation => consultation.MissionId)).Distinct().Order())
        {
            await LockAsync(db, mission, cancellation);
        }
    }

    /// <summary>Keeps other writers of the mission waiting until the transaction ends.</summary>
    public static Task LockAsync(TradeDbContext db, long mission, CancellationToken cancellation) =>
        db.MissionTotals.Where(total => total.MissionId == mission && total.Scope == TotalScope.Mission)
            .ExecuteUpdateAsync(set => set.SetProperty(total => total.Consultations, total => total.Consultations), cancellation);

    /// <summary>Moves the totals by the differences; call it after the records are saved, inside their transaction.</summary>
    public async Task ApplyAsync(TradeDbContext db, CancellationToken cancellation)
    {
        foreach (var (scope, id) in gone)
        {
            await db.MissionTotals.Where(total => total.Scope == scope && total.ScopeId == id).ExecuteDeleteAsync(cancellation);
        }

        foreach (var consultation in added)
        {
            Count(Portion.Now(consultation), +1);
        }

        await CountBuyersAsync(db, cancellation);
        foreach (var mission in newMissions)
        {
            var key = (mission.Id, TotalScope.Mission, mission.Id);
            db.MissionTotals.Add(DifferenceOf(key).AsTotal(key));
            differences.Remove(key);
        }

        foreach (var (key, difference) in differences.OrderBy(pair => pair.Key).Where(pair => !pair.Value.IsNothing && !IsGone(pair.Key)))
        {
            if (await MoveAsync(db, key, difference, cancellation) == 0)
            {
                db.MissionTotals.Add(difference.AsTotal(key));
            }
        }
    }

    private static Task<int> MoveAsync(TradeDbContext db, (long Mission, TotalScope Scope, long Id) key, Difference difference, CancellationToken cancellation) =>
        db.MissionTotals.Where(total => total.MissionId == key.Mission && total.Scope == key.Scope && total.ScopeId == key.Id)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(total => total.Consultations, total => total.Consultations + difference.Consultations)
                    .SetProperty(total => total.Buyers, total => total.Buyers + difference.Buyers)
                    .SetProperty(total => total.ConsultationValue, total => total.ConsultationValue + difference.ConsultationValue)
                    .SetProperty(total => total.ContractValue, total => total.ContractValue + difference.ContractValue)
                    .SetProperty(total => total.ConsultationValuesWithoutRate, total => total.ConsultationValuesWithoutRate + difference.ConsultationValuesWithoutRate)
                    .SetProperty(total => total.ContractValuesWithoutRate, total => total.ContractValuesWithoutRate + difference.ContractValuesWithoutRate),
                cancellation);

    /// <summary>A buyer is met by a scope when the first consultation with it arrives there, and no longer when the last one leaves.</summary>
    private async Task CountBuyersAsync(TradeDbContext db, CancellationToken cancellation)
    {
        foreach (var mission in met.Where(pair => pair.Value != 0 && !IsGone((pair.Key.Mission, pair.Key.Scope, pair.Key.Id))).ToLookup(pair => pair.Key.Mission))
        {
            var now = await MeetingsAsync(db, mission.Key, [.. mission.Select(pair => pair.Key.Buyer).Distinct()], cancellation);
            foreach (var ((_, scope, id, buyer), change) in mission)
            {
                var count = now.GetValueOrDefault((scope, id, buyer));
                DifferenceOf((mission.Key, scope, id)).Buyers += (count > 0 ? 1 : 0) - (count - change > 0 ? 1 : 0);
            }
        }
    }

    /// <summary>How often each scope of a mission has met these buyers: asked for each of a few, and for all at once when there are many.</summary>
    private static async Task<Dictionary<(TotalScope Scope, long Id, long Buyer), int>> MeetingsAsync(
        TradeDbContext db, long mission, IReadOnlyList<long> buyers, CancellationToken cancellation)
    {
        var meetings = new Dictionary<(TotalScope Scope, long Id, long Buyer), int>();
        var all = db.Consultations.Where(consultation => consultation.MissionId == mission);
        foreach (var some in buyers.Count > AskedOneByOne ? [all] : buyers.Select(buyer => all.Where(consultation => consultation.BuyerId == buyer)))
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

    private void Count(Portion portion, int sign)
    {
        foreach (var (scope, id) in new[] { (TotalScope.Mission, portion.MissionId), (TotalScope.Stop, portion.StopId ?? MissionTotal.UnknownStop), (TotalScope.Participation, portion.ParticipationId) })
        {
            var difference = DifferenceOf((portion.MissionId, scope, id));
            difference.Consultations += sign;
            difference.ConsultationValue += sign * portion.Value.Base;
            difference.ContractValue += sign * portion.Pursued.Base;
            difference.ConsultationValuesWithoutRate += sign * portion.Value.WithoutRate;
            difference.ContractValuesWithoutRate += sign * portion.Pursued.WithoutRate;
            var key = (portion.MissionId, scope, id, portion.BuyerId);
            met[key] = met.GetValueOrDefault(key) + sign;
        }
    }

    private Difference DifferenceOf((long Mission, TotalScope Scope, long Id) key)
    {
        if (!differences.TryGetValue(key, out var difference))
        {
            differences[key] = difference = new Difference();
        }

        return difference;
    }

    /// <summary>What one consultation contributes.</summary>
    private sealed record Portion(long MissionId, long? StopId, long ParticipationId, long BuyerId, (decimal Base, int WithoutRate) Value, (decimal Base, int WithoutRate) Pursued)
    {
        public static Portion Now(Consultation consultation) => new(
            consultation.MissionId, consultation.StopId, consultation.ParticipationId, consultation.BuyerId, Of(consultation.Value), Of(consultation.Pursued));

        public static Portion Before(EntityEntry entry)
        {
            var was = (Consultation)entry.OriginalValues.ToObject();
            return Now(was);
        }

        private static (decimal Base, int WithoutRate) Of(Valued? value) => value is null ? (0m, 0) : (value.BaseAmount ?? 0m, value.BaseAmount is null ? 1 : 0);
    }

    private sealed class Difference
    {
        public int Consultations { get; set; }

        public int Buyers { get; set; }

        public decimal ConsultationValue { get; set; }

        public decimal ContractValue { get; set; }

        public int ConsultationValuesWithoutRate { get; set; }

        public int ContractValuesWithoutRate { get; set; }

        public bool IsNothing => Consultations == 0 && Buyers == 0 && ConsultationValue == 0 && ContractValue == 0
            && ConsultationValuesWithoutRate == 0 && ContractValuesWithoutRate == 0;

        public MissionTotal AsTotal((long Mission, TotalScope Scope, long Id) key) => new()
        {
            MissionId = key.Mission,
            Scope = key.Scope,
            ScopeId = key.Id,
            Consultations = Consultations,
            Buyers = Buyers,
            ConsultationValue = ConsultationValue,
            ContractValue = ContractValue,
            ConsultationValuesWithoutRate = ConsultationValuesWithoutRate,
            ContractValuesWithoutRate = ContractValuesWithoutRate,
        };
    }
}
