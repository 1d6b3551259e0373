using TradeMission.Domain.Buyers;

namespace TradeMission.Web.Features.Buyers;

/// <summary>Reads what is recorded of a buyer's credit as of a day.</summary>
public static class CreditStanding
{
    public static CreditToday Of(Credit credit, DateOnly? expiresOn, DateOnly today) => credit switch
    {
        Credit.Blocked => CreditToday.Blocked,
        Credit.Checked or Credit.Recommended when expiresOn < today => CreditToday.Expired,
        Credit.Checked => CreditToday.Checked,
        Credit.Recommended => CreditToday.Recommended,
        _ => CreditToday.Unknown,
    };

    /// <summary>The buyers of this standing, for a query.</summary>
    public static IQueryable<Buyer> Of(this IQueryable<Buyer> buyers, CreditToday standing, DateOnly today) => standing switch
    {
        CreditToday.Expired => buyers.Where(buyer => (buyer.Credit == Credit.Checked || buyer.Credit == Credit.Recommended) && buyer.CreditExpiresOn < today),
        CreditToday.Checked => buyers.Where(buyer => buyer.Credit == Credit.Checked && !(buyer.CreditExpiresOn < today)),
        CreditToday.Recommended => buyers.Where(buyer => buyer.Credit == Credit.Recommended && !(buyer.CreditExpiresOn < today)),
        CreditToday.Blocked => buyers.Where(buyer => buyer.Credit == Credit.Blocked),
        _ => buyers.Where(buyer => buyer.Credit == Credit.Unknown),
    };

    /// <summary>Of the badge; the word carries the meaning.</summary>
    public static string Tone(this CreditToday standing) => standing switch
    {
        CreditToday.Checked => "success",
        CreditToday.Recommended => "information",
        CreditToday.Expired => "warning",
        CreditToday.Blocked => "danger",
        _ => "gray",
    };
}
