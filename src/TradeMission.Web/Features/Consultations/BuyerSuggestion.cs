using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A buyer that somebody may mean by what was typed.</summary>
public sealed record BuyerSuggestion(long Id, string Name, string? NameOther, string? Country, string? City, Credit Credit)
{
    public const int Shown = 8;

    public bool IsBlocked => Credit == Credit.Blocked;

    /// <summary>Country and city, as far as known.</summary>
    public string Place => string.Join(' ', new[] { Country is null ? null : Show.Country(Country), City }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>What tells it from others: its other name, country and city.</summary>
    public string Detail => string.Join(" · ", new[] { NameOther, Place }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Where in its name stands what was typed, as starts and lengths.</summary>
    public IEnumerable<int[]> MarksFor(string? typed) => SearchWord.PlacesIn(Name, SearchWord.Of(typed)).Select(place => new[] { place.Start, place.Length });

    /// <summary>Those whose names hold every word typed: one that is called exactly so comes first, then those that hold the words together, then the shortest.</summary>
    public static async Task<IReadOnlyList<BuyerSuggestion>> FindAsync(TradeDbContext db, string? typed, CancellationToken cancellation)
    {
        var name = SearchText.Fold(typed);
        if (name.Length == 0)
        {
            return [];
        }

        var found = await db.Buyers.Containing(typed).OrderByDescending(buyer => EF.Property<string>(buyer, "SearchText").Contains(name)).ThenBy(buyer => buyer.Name.Length).ThenBy(buyer => buyer.Name).ThenBy(buyer => buyer.Id).Take(Shown)
            .Select(buyer => new BuyerSuggestion(buyer.Id, buyer.Name, buyer.NameOther, buyer.Country, buyer.City, buyer.Credit)).ToListAsync(cancellation);
        return [.. found.OrderByDescending(buyer => buyer.IsCalled(typed))];
    }

    /// <summary>Whether exactly this was typed, whatever its case, width or Unicode form.</summary>
    public bool IsCalled(string? typed) => SearchText.Fold(typed) is var name && (SearchText.Fold(Name) == name || SearchText.Fold(NameOther) == name);
}
