using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Consultations;

/// <summary>
/// Tells one state of missions, companies and participations from every other, whoever changed them and in which process: numbers are never given twice, and every
/// change raises a version. Equal keys therefore mean that nothing was added, deleted or changed.
/// </summary>
/// <param name="Missions">Null where there is none; so are the others.</param>
public sealed record FilterChoicesKey(FilterChoicesKey.State? Missions, FilterChoicesKey.State? Companies, FilterChoicesKey.State? Participations)
{
    private const int MissionKind = 1;
    private const int CompanyKind = 2;
    private const int ParticipationKind = 3;

    /// <summary>All records of one kind.</summary>
    public sealed record State
    {
        public required int Kind { get; init; }

        public required int Count { get; init; }

        public required long Latest { get; init; }

        public required long Versions { get; init; }
    }

    /// <summary>One question: a count by itself in the list of a query would be asked by itself, before it.</summary>
    public static async Task<FilterChoicesKey> OfAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var states = await StateOf(db.Missions, MissionKind).Concat(StateOf(db.Companies, CompanyKind)).Concat(StateOf(db.Participations, ParticipationKind)).ToListAsync(cancellation);
        return new FilterChoicesKey(Of(MissionKind), Of(CompanyKind), Of(ParticipationKind));

        State? Of(int kind) => states.Find(state => state.Kind == kind);
    }

    private static IQueryable<State> StateOf<TRecord>(IQueryable<TRecord> records, int kind)
        where TRecord : Entity => records.GroupBy(_ => kind).Select(all => new State
        {
            Kind = all.Key,
            Count = all.Count(),
            Latest = all.Max(record => record.Id),
            Versions = all.Sum(record => (long)record.Version),
        });
}
