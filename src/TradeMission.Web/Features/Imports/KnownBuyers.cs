using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>The buyers of the register that names of a spreadsheet may mean.</summary>
internal sealed class KnownBuyers
{
    private readonly Dictionary<string, List<Found>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    private KnownBuyers()
    {
    }

    private sealed record Found(long Id, string Name, string? NameOther, string? Country, string? City)
    {
        public ImportMatch.Known Known => new(Id, Name, string.Join(" · ", new[] { NameOther, Country is null ? null : Show.Country(Country), City }.Where(part => !string.IsNullOrEmpty(part))));

        public bool IsCalled(string folded) => SearchText.Fold(Name) == folded || SearchText.Fold(NameOther) == folded;
    }

    public static async Task<KnownBuyers> OfAsync(TradeDbContext db, IEnumerable<string> names, CancellationToken cancellation)
    {
        var known = new KnownBuyers();
        foreach (var some in names.Distinct().Select(known.KeyOf).Where(key => key.Length > 0).Distinct().InQuestions())
        {
            var keys = some.ToList();
            var found = await db.Buyers.Where(buyer => keys.Contains(EF.Property<string>(buyer, "NameKey")) || keys.Contains(EF.Property<string>(buyer, "OtherNameKey")))
                .OrderBy(buyer => buyer.Id).Select(buyer => new Found(buyer.Id, buyer.Name, buyer.NameOther, buyer.Country, buyer.City)).ToListAsync(cancellation);
            foreach (var buyer in found)
            {
                foreach (var key in new[] { known.KeyOf(buyer.Name), known.KeyOf(buyer.NameOther) }.Where(key => key.Length > 0).Distinct())
                {
                    if (!known.byKey.TryGetValue(key, out var list))
                    {
                        known.byKey[key] = list = [];
                    }

                    // Its other key may have found it already.
                    if (!list.Contains(buyer))
                    {
                        list.Add(buyer);
                    }
                }
            }
        }

        return known;
    }

    /// <summary>
    /// Who is meant: the only one that is called exactly so and is not in another country; nobody that is there, where no name comes near; and where somebody has to say,
    /// whom they said.
    /// </summary>
    /// <param name="other">Its name in another script, where the row says it.</param>
    /// <param name="country">ISO 3166-1 alpha-2, where the row says it.</param>
    public ImportMatch Match(string name, string? other, string? country, IReadOnlyDictionary<string, string> choices)
    {
        var folded = SearchText.Fold(name);
        var key = $"{folded}|{country}";
        var alike = new[] { name, other }.Select(KeyOf).Distinct().SelectMany(each => byKey.GetValueOrDefault(each) ?? []).Distinct().ToList();
        var exact = alike.Where(buyer => buyer.IsCalled(folded) && (country is null || buyer.Country is null || buyer.Country == country)).ToList();
        var choice = choices.GetValueOrDefault(key);
        var meant = choice is null ? exact is [var only] ? only : null : alike.Find(buyer => $"{buyer.Id}" == choice);
        var kind = meant is not null ? MatchKind.Existing : alike.Count == 0 || choice == ImportContent.New ? MatchKind.New : MatchKind.Probable;
        return new ImportMatch(kind, key, [.. alike.Select(buyer => buyer.Known)]) { Meant = meant?.Known };
    }

    /// <summary>The same names come again and again.</summary>
    private string KeyOf(string? name) => string.IsNullOrEmpty(name) ? "" : keys.TryGetValue(name, out var key) ? key : keys[name] = NameKey.Of(name);
}
