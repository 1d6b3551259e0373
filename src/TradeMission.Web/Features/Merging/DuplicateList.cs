using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>The pairs of one register that look alike. Its keys are read once and compared in memory: as many as a city knows.</summary>
/// <param name="HasMore">Only the first are shown: some are to be dealt with before the rest is looked for.</param>
/// <param name="Apart">What was said to be no duplicate.</param>
public sealed record DuplicateList(FirmRegister Register, IReadOnlyList<DuplicatePair> Pairs, bool HasMore, IReadOnlyList<DuplicateList.ApartPair> Apart)
{
    public const int Most = 200;

    /// <summary>A name that so many have says nothing.</summary>
    private const int MostOfOneName = 20;

    public sealed record ApartPair(long Id, long OneId, string One, long OtherId, string Other);

    public static async Task<DuplicateList> OfAsync(TradeDbContext db, FirmRegister register, CancellationToken cancellation)
    {
        var apart = await db.NotDuplicates.Where(pair => pair.Kind == register.Kind).OrderBy(pair => pair.Id).Select(pair => new { pair.Id, pair.OneId, pair.OtherId }).ToListAsync(cancellation);
        var pairs = new SortedDictionary<(long One, long Other), Likeness>();
        var skipped = apart.Select(pair => (pair.OneId, pair.OtherId)).ToHashSet();
        await NamesAsync(db, register.Kind, Add, cancellation);
        if (register.Kind == FirmKind.Buyer)
        {
            await EmailsAsync(db, Add, cancellation);
        }

        var shown = pairs.Take(Most).ToList();
        var sides = await SidesAsync(db, register.Kind, [.. shown.SelectMany(pair => new[] { pair.Key.One, pair.Key.Other }).Distinct()], cancellation);
        var names = await register.NamesAsync(db, [.. apart.SelectMany(pair => new[] { pair.OneId, pair.OtherId }).Distinct()], cancellation);
        return new DuplicateList(
            register, [.. shown.Select(pair => new DuplicatePair(sides[pair.Key.One], sides[pair.Key.Other], pair.Value))], pairs.Count > Most,
            [.. apart.Where(pair => names.ContainsKey(pair.OneId) && names.ContainsKey(pair.OtherId)).Select(pair => new ApartPair(pair.Id, pair.OneId, names[pair.OneId], pair.OtherId, names[pair.OtherId]))]);

        void Add(long one, long other, Likeness by)
        {
            var pair = one < other ? (one, other) : (other, one);
            if (one != other && !skipped.Contains(pair))
            {
                pairs[pair] = pairs.GetValueOrDefault(pair) | by;
            }
        }
    }

    private static async Task NamesAsync(TradeDbContext db, FirmKind kind, Action<long, long, Likeness> add, CancellationToken cancellation)
    {
        var written = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        var heard = new Dictionary<(string Sound, bool IsHangul), List<long>>();
        await foreach (var (id, names) in (kind == FirmKind.Company ? Keys(db.Companies) : Keys(db.Buyers)).WithCancellation(cancellation))
        {
            foreach (var name in names.Where(name => !string.IsNullOrEmpty(name)).Distinct().OfType<string>())
            {
                Into(written, name, id);
                foreach (var sound in NameSound.Of(name) is { } own ? own.Ways.Select(way => (way, own.IsHangul)) : [])
                {
                    Into(heard, sound, id);
                }
            }
        }

        foreach (var alike in written.Values.Where(alike => alike.Count is > 1 and <= MostOfOneName))
        {
            Each(alike, alike, Likeness.Name);
        }

        foreach (var (sound, hangul) in heard.Where(sound => sound.Key.IsHangul && sound.Value.Count <= MostOfOneName))
        {
            if (heard.GetValueOrDefault((sound.Sound, false)) is { Count: <= MostOfOneName } latin)
            {
                Each(hangul, latin, Likeness.Sound);
            }
        }

        void Each(List<long> ones, List<long> others, Likeness by) => ones.ForEach(one => others.ForEach(other => add(one, other, by)));

        static void Into<TKey>(Dictionary<TKey, List<long>> ids, TKey key, long id)
            where TKey : notnull
        {
            if (!ids.TryGetValue(key, out var alike))
            {
                ids[key] = alike = [];
            }

            if (alike.Count == 0 || alike[^1] != id)
            {
                alike.Add(id);
            }
        }
    }

    private static async IAsyncEnumerable<(long Id, string?[] Names)> Keys<TFirm>(IQueryable<TFirm> firms)
        where TFirm : Entity, IFirm
    {
        var keys = firms.OrderBy(firm => firm.Id).Select(firm => new { firm.Id, Name = EF.Property<string?>(firm, "NameKey"), Other = EF.Property<string?>(firm, "OtherNameKey") });
        await foreach (var key in keys.AsAsyncEnumerable())
        {
            yield return (key.Id, [key.Name, key.Other]);
        }
    }

    private static async Task EmailsAsync(TradeDbContext db, Action<long, long, Likeness> add, CancellationToken cancellation)
    {
        var addresses = await db.Contacts.Where(contact => contact.BuyerId != null && contact.Email != null).Select(contact => new { Buyer = contact.BuyerId!.Value, Email = contact.Email! }).ToListAsync(cancellation);
        foreach (var alike in addresses.GroupBy(address => address.Email.Trim(), address => address.Buyer, StringComparer.OrdinalIgnoreCase).Select(group => group.Distinct().ToList()).Where(alike => alike.Count is > 1 and <= MostOfOneName))
        {
            alike.ForEach(one => alike.ForEach(other => add(one, other, Likeness.Email)));
        }
    }

    private static async Task<Dictionary<long, DuplicatePair.Side>> SidesAsync(TradeDbContext db, FirmKind kind, IReadOnlyCollection<long> ids, CancellationToken cancellation)
    {
        if (kind == FirmKind.Company)
        {
            var companies = await db.Companies.Where(company => ids.Contains(company.Id))
                .Select(company => new { company.Id, company.NameKo, company.NameEn, company.RegistrationNumber, company.District, Weight = company.Participations.Count }).ToListAsync(cancellation);
            return companies.ToDictionary(
                company => company.Id,
                company => new DuplicatePair.Side(
                    company.Id, Show.Name(company.NameKo, company.NameEn),
                    Facts(Show.IsKorean ? company.NameEn : company.NameKo, company.RegistrationNumber is { } digits ? RegistrationNumber.Format(digits) : null, company.District), company.Weight));
        }

        var buyers = await db.Buyers.Where(buyer => ids.Contains(buyer.Id))
            .Select(buyer => new { buyer.Id, buyer.Name, buyer.NameOther, buyer.Country, buyer.City, Weight = db.Consultations.Count(consultation => consultation.BuyerId == buyer.Id) }).ToListAsync(cancellation);
        return buyers.ToDictionary(
            buyer => buyer.Id, buyer => new DuplicatePair.Side(buyer.Id, buyer.Name, Facts(buyer.NameOther, buyer.Country is { } code ? Show.Country(code) : null, buyer.City), buyer.Weight));
    }

    private static string Facts(params string?[] facts) => string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)));
}
