using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Shared;

/// <summary>The audit trail as people read it: newest first, fields by their labels, values in words.</summary>
public static class History
{
    /// <summary>Entries shown on a record's page; the audit trail has them all.</summary>
    public const int Usual = 20;

    /// <summary>Fields that tell one record from its like.</summary>
    private static readonly HashSet<string> Telling =
    [
        "TitleKo", "NameKo", "Name", "CityKo", "AsPrinted", "Description", "Agreed", "CompanyId", "SisterCityId", "BuyerId", "To", "Currency", "FileName",
    ];

    /// <summary>What happened to a record and to whatever is part of it.</summary>
    public static Task<IReadOnlyList<HistoryItem>> OfAsync<TRecord>(TradeDbContext db, long id, CancellationToken cancellation)
        where TRecord : Entity => OfAsync(db, AuditTrail.NameOf(typeof(TRecord)), [id], cancellation);

    /// <summary>What happened to a record, and to those that were merged into it.</summary>
    public static Task<IReadOnlyList<HistoryItem>> OfAsync<TRecord>(TradeDbContext db, long id, IEnumerable<long> merged, CancellationToken cancellation)
        where TRecord : Entity, IMergeable => OfAsync(db, AuditTrail.NameOf(typeof(TRecord)), [id, .. merged], cancellation);

    /// <summary>What happened to an account and its role.</summary>
    public static Task<IReadOnlyList<HistoryItem>> OfUserAsync(TradeDbContext db, long id, CancellationToken cancellation) =>
        OfAsync(db, AuditTrail.NameOf(typeof(TradeUser)), [id], cancellation);

    /// <summary>Audit entries in words, in the order of the query.</summary>
    public static async Task<IReadOnlyList<HistoryItem>> InWordsAsync(TradeDbContext db, IQueryable<AuditEntry> entries, CancellationToken cancellation)
    {
        var read = await entries.AsNoTracking().ToListAsync(cancellation);
        var changes = read.ToDictionary(entry => entry.Id, entry => AuditTrail.Read(entry.Changes));
        var names = await NamesAsync(db, read.SelectMany(entry => changes[entry.Id].Select(change => (TypeOf(db, entry.Record), change))), cancellation);
        return [.. read.Select(entry => new HistoryItem(
            entry.At, entry.ActorName, entry.Act, entry.Record, entry.RecordId, Texts.Find($"Words.Record.{entry.Record}") ?? entry.Record, entry.Reason,
            [.. changes[entry.Id].Where(change => change.From != change.To).Select(change => InWords(TypeOf(db, entry.Record), entry.Record, change, names))]))];
    }

    private static Task<IReadOnlyList<HistoryItem>> OfAsync(TradeDbContext db, string name, long[] ids, CancellationToken cancellation)
    {
        // An entry may stand on the timelines of several of them.
        var entries = ids is [var id]
            ? db.Set<AuditSubject>().Where(subject => subject.Record == name && subject.RecordId == id)
                .OrderByDescending(subject => subject.AuditEntryId).Take(Usual).Select(subject => subject.AuditEntry)
            : db.AuditEntries.Where(entry => entry.Subjects.Any(subject => subject.Record == name && ids.Contains(subject.RecordId))).OrderByDescending(entry => entry.Id).Take(Usual);
        return InWordsAsync(db, entries, cancellation);
    }

    /// <summary>Where a field's label stands: its own, its form's, or the one of all records.</summary>
    public static IReadOnlyList<string> LabelsOf(string record, string field) =>
        [$"Words.RecordField.{record}.{field}", $"{RoomOf(record)}.Field.{field}", $"Words.RecordField.{field}"];

    private static IEntityType? TypeOf(TradeDbContext db, string record) => db.Model.GetEntityTypes().FirstOrDefault(type => AuditTrail.NameOf(type.ClrType) == record);

    private static HistoryItem.Change InWords(IEntityType? type, string record, AuditChange change, IReadOnlyDictionary<(Type, string), string> names)
    {
        var label = LabelsOf(record, change.Field).Select(Texts.Find).FirstOrDefault(text => text is not null) ?? change.Field;
        return new HistoryItem.Change(label, Value(type, change.Field, change.From, names), Value(type, change.Field, change.To, names), Telling.Contains(change.Field));
    }

    private static string? Value(IEntityType? type, string field, string? value, IReadOnlyDictionary<(Type, string), string> names)
    {
        if (value is null)
        {
            return null;
        }

        if (ReferenceOf(type, field) is { } principal)
        {
            return names.GetValueOrDefault((principal, value)) ?? $"#{value}";
        }

        var clr = PropertyOf(type, field);
        if (clr is { IsEnum: true } && Enum.TryParse(clr, value, out var word))
        {
            return Texts.Of((Enum)word!);
        }

        return clr switch
        {
            _ when clr == typeof(DateOnly) && DateOnly.TryParse(value, CultureInfo.InvariantCulture, out var day) => Show.Day(day),
            _ when clr == typeof(DateTime) && DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) => Show.Moment(moment.ToUniversalTime()),
            _ when clr == typeof(decimal) && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => Show.Number(number),
            _ when clr == typeof(bool) => Texts.Get(value == "True" ? "Shared.Yes" : "Shared.No"),
            _ => value,
        };
    }

    private static Type? PropertyOf(IEntityType? type, string field)
    {
        ITypeBase? at = type;
        var parts = field.Split('.');
        foreach (var part in parts[..^1])
        {
            at = at?.FindComplexProperty(part)?.ComplexType;
        }

        var clr = at?.FindProperty(parts[^1])?.ClrType;
        return clr is null ? null : Nullable.GetUnderlyingType(clr) ?? clr;
    }

    private static Type? ReferenceOf(IEntityType? type, string field) =>
        type?.FindProperty(field)?.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType.ClrType;

    /// <summary>What referenced records are called now.</summary>
    private static async Task<IReadOnlyDictionary<(Type, string), string>> NamesAsync(
        TradeDbContext db, IEnumerable<(IEntityType? Type, AuditChange Change)> changes, CancellationToken cancellation)
    {
        var wanted = changes.SelectMany(pair => new[] { pair.Change.From, pair.Change.To }.Where(value => value is not null)
                .Select(value => (Principal: ReferenceOf(pair.Type, pair.Change.Field), Value: value!)))
            .Where(pair => pair.Principal is not null).Distinct().ToLookup(pair => pair.Principal!, pair => long.Parse(pair.Value, CultureInfo.InvariantCulture));
        var names = new Dictionary<(Type, string), string>();
        foreach (var group in wanted)
        {
            var ids = group.ToList();
            var found = group.Key switch
            {
                _ when group.Key == typeof(Mission) => await Of(db.Missions.Where(mission => ids.Contains(mission.Id)).Select(mission => new Named(mission.Id, mission.TitleKo, mission.TitleEn))),
                _ when group.Key == typeof(Stop) => await Of(db.Stops.Where(stop => ids.Contains(stop.Id)).Select(stop => new Named(stop.Id, stop.CityKo, stop.CityEn))),
                _ when group.Key == typeof(Company) => await Of(db.Companies.IgnoreQueryFilters().Where(company => ids.Contains(company.Id)).Select(company => new Named(company.Id, company.NameKo, company.NameEn))),
                _ when group.Key == typeof(Participation) => await Of(db.Participations.IgnoreQueryFilters().Where(participation => ids.Contains(participation.Id)).Select(participation => new Named(participation.Id, participation.Company.NameKo, participation.Company.NameEn))),
                _ when group.Key == typeof(Buyer) => await Of(db.Buyers.IgnoreQueryFilters().Where(buyer => ids.Contains(buyer.Id)).Select(buyer => new Named(buyer.Id, buyer.Name, buyer.Name))),
                _ when group.Key == typeof(SisterCity) => await Of(db.SisterCities.Where(city => ids.Contains(city.Id)).Select(city => new Named(city.Id, city.NameKo, city.NameEn))),
                _ when group.Key == typeof(IdentityRole<long>) => [.. (await db.Roles.Where(role => ids.Contains(role.Id)).Select(role => new { role.Id, role.Name }).ToListAsync(cancellation))
                    .Select(role => new Named(role.Id, Texts.Get($"Words.Role.{role.Name}"), null))],
                _ when group.Key == typeof(TradeUser) => await Of(db.Users.Where(user => ids.Contains(user.Id)).Select(user => new Named(user.Id, user.Name, user.Name))),
                _ => [],
            };
            found.ForEach(named => names[(group.Key, named.Id.ToString(CultureInfo.InvariantCulture))] = Show.Name(named.Korean, named.English));
        }

        return names;

        Task<List<Named>> Of(IQueryable<Named> query) => query.ToListAsync(cancellation);
    }

    private static string RoomOf(string record) => record switch
    {
        nameof(Mission) or nameof(Stop) or nameof(HostSupport) or nameof(Participation) or nameof(StatedTotal) or nameof(StatusChange) or nameof(CoHost) => "Missions",
        nameof(Company) or nameof(Product) => "Companies",
        nameof(SisterCity) or nameof(Exchange) => "SisterCities",
        nameof(Buyer) => "Buyers",
        nameof(Consultation) => "Consultations",
        nameof(ExchangeRate) => "ExchangeRates",
        nameof(Contact) => "Contacts",
        nameof(Import) => "Imports",
        _ => "Words",
    };

    private sealed record Named(long Id, string Korean, string? English);
}
