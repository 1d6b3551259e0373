using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data;

/// <summary>Which records a save deletes: each is kept with its parts by <see cref="TradeDbContext"/>, in the same transaction. Whatever is audited is kept unless its type is named here.</summary>
public sealed class Deletions
{
    private readonly List<(object Root, List<KeptValues> Records)> deleted;

    private Deletions(List<(object Root, List<KeptValues> Records)> deleted) => this.deleted = deleted;

    /// <summary>
    /// Hung on, so that no page deletes what they hang on; an evidence file's content goes with its record. An import is undone, never deleted. What is deleted together with one of these all the same is not
    /// kept: only half of it would come back.
    /// </summary>
    public static IReadOnlySet<Type> Lasting { get; } = new HashSet<Type>
    {
        typeof(Deal), typeof(DealStep), typeof(EvidenceFile), typeof(NewsRequest), typeof(FigureAnswer), typeof(ConfirmationRequest), typeof(ConfirmationLink), typeof(ReportSnapshot),
        typeof(Import),
    };

    /// <summary>Comes and goes with its mission's form, kept only with the mission itself; or is a mark that is set again where it was taken away.</summary>
    public static IReadOnlySet<Type> NeverAlone { get; } = new HashSet<Type> { typeof(CoHost), typeof(StatusChange), typeof(NotDuplicate) };

    /// <summary>What is about to be saved; take it before saving.</summary>
    public static Deletions Of(AuditTrail trail)
    {
        var gone = trail.Deleted.Where(entry => entry.Entity is Entity).ToList();
        var wholes = gone.ToDictionary(entry => entry.Entity, entry => WholeOf(entry, gone));
        return new Deletions(
        [
            .. gone.GroupBy(entry => RootOf(entry.Entity, wholes))
                .Where(bundle => !NeverAlone.Contains(bundle.Key.GetType()) && !bundle.Any(part => Lasting.Contains(part.Metadata.ClrType)))
                .Select(bundle => (bundle.Key, bundle.OrderBy(part => part.Entity != bundle.Key).Select(KeptValues.Of).ToList())),
        ]);
    }

    public IEnumerable<DeletedRecord> Kept(Actor actor, DateTime at) => deleted.Select(bundle =>
    {
        var root = bundle.Records[0];
        var (name, english) = NamesOf(bundle.Root);
        var kept = new DeletedRecord
        {
            Record = root.Record,
            RecordId = root.Id,
            Name = Cut(name),
            NameEn = english is null ? null : Cut(english),
            DeletedAt = at,
            DeletedByName = actor.Name,
            KeptUntil = at.AddDays(DeletedRecord.Days),
        };
        kept.Keep(KeptValues.Write(bundle.Records));
        return kept;
    });

    private static object RootOf(object record, Dictionary<object, object?> wholes)
    {
        while (wholes[record] is { } whole)
        {
            record = whole;
        }

        return record;
    }

    /// <summary>The deleted record that this one hangs on.</summary>
    private static object? WholeOf(EntityEntry entry, List<EntityEntry> gone) => entry.Metadata.GetForeignKeys()
        .Where(key => key.PrincipalEntityType != entry.Metadata)
        .Select(key => (key.PrincipalEntityType, Id: entry.Property(key.Properties[0].Name).OriginalValue as long?))
        .Select(whole => whole.Id is null ? null : gone.Find(other => other.Metadata == whole.PrincipalEntityType && ((Entity)other.Entity).Id == whole.Id)?.Entity)
        .FirstOrDefault(whole => whole is not null);

    private static (string Name, string? English) NamesOf(object record) => record switch
    {
        Mission mission => (mission.TitleKo, mission.TitleEn),
        Stop stop => (stop.CityKo, stop.CityEn),
        Participation { Company: { } company } => (company.NameKo, company.NameEn),
        HostSupport support => (support.Description, null),
        StatedTotal stated => (stated.AsPrinted, null),
        Company company => (company.NameKo, company.NameEn),
        Product product => (product.NameKo, product.NameEn),
        Contact contact => (contact.Name, null),
        Buyer buyer => (buyer.Name, null),
        SisterCity city => (city.NameKo, city.NameEn),
        Exchange exchange => (exchange.Agreed, null),
        Consultation consultation => ($"{consultation.HeldOn:yyyy-MM-dd} {consultation.Buyer?.Name}".TrimEnd(), null),
        ExchangeRate rate => ($"{rate.Currency}/{rate.Against} {rate.On:yyyy-MM-dd}", null),
        Entity other => ($"{other.Id}", null),
        _ => ("", null),
    };

    private static string Cut(string name) => name.Length <= DeletedRecord.LongestName ? name : name[..DeletedRecord.LongestName];
}
