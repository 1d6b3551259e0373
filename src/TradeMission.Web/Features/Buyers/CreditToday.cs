namespace TradeMission.Web.Features.Buyers;

/// <summary>A buyer's credit as it counts today: a check that has expired is none any more, and says so.</summary>
public enum CreditToday
{
    Unknown,
    Checked,
    Recommended,
    Expired,
    Blocked,
}
