using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Merging;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Buyers;

/// <summary>The buyer's page: whether it may be met, who introduced it, what was talked about.</summary>
public sealed class BuyerPage
{
    /// <summary>A check that expires within so many days is worth a warning.</summary>
    public const int ExpiresSoonDays = 60;

    /// <summary>With contacts and the sister city that introduced it.</summary>
    public required Buyer Buyer { get; init; }

    /// <summary>The newest ones.</summary>
    public required ConsultationTable Consultations { get; init; }

    /// <summary>One for each base currency, since different currencies are never added up.</summary>
    public required IReadOnlyList<ConsultationSum> Sums { get; init; }

    public required IReadOnlyList<HistoryItem> History { get; init; }

    /// <summary>What was merged into it.</summary>
    public required MergedList Merged { get; init; }

    /// <summary>Others that look like the same buyer and were not said to be another one.</summary>
    public required IReadOnlyList<IFirm> Alike { get; init; }

    public required DateOnly Today { get; init; }

    public int ConsultationsInAll => Sums.Sum(sum => sum.Consultations);

    public CreditToday Credit => CreditStanding.Of(Buyer.Credit, Buyer.CreditExpiresOn, Today);

    /// <summary>Whether the check still counts, and not for long.</summary>
    public bool ExpiresSoon => Credit is CreditToday.Checked or CreditToday.Recommended && Buyer.CreditExpiresOn <= Today.AddDays(ExpiresSoonDays);

    public static async Task<BuyerPage?> OfAsync(TradeDbContext db, long id, DateOnly today, CancellationToken cancellation)
    {
        var buyer = await db.Buyers.AsNoTracking().Include(b => b.IntroducedBySisterCity).Include(b => b.Contacts.OrderBy(contact => contact.Id))
            .FirstOrDefaultAsync(b => b.Id == id, cancellation);
        if (buyer is null)
        {
            return null;
        }

        var merged = await MergedList.OfAsync(db, FirmKind.Buyer, id, cancellation);
        var alike = await Duplicates.LikeAsync(db, buyer, buyer.Contacts.Select(contact => contact.Email), id, cancellation);
        var search = new ConsultationSearch { Buyer = id };
        var sums = await search.SumsAsync(db, today, cancellation);
        var newest = await search.PageAsync(db, today, sums.Sum(sum => sum.Consultations), cancellation);
        return new BuyerPage
        {
            Buyer = buyer,
            Sums = sums,
            Consultations = new ConsultationTable(newest.Rows, today) { Sum = sums.Count == 1 ? sums[0] with { Buyers = null } : null, AcrossMissions = true, OfOneBuyer = true },
            History = await Shared.History.OfAsync<Buyer>(db, id, merged.Ids, cancellation),
            Merged = merged,
            Alike = await Duplicates.NotKnownApartAsync(db, FirmKind.Buyer, id, alike, cancellation),
            Today = today,
        };
    }
}
