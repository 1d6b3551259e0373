namespace TradeMission.Web.Features.Deals;

/// <summary>?news=: what a deal waits for.</summary>
public enum NewsFilter
{
    /// <summary>Open, and not heard of for <see cref="Domain.Deals.Deal.QuietDays"/> days.</summary>
    Quiet,

    /// <summary>Open and to be followed up soon, or already.</summary>
    Due,

    Overdue,

    /// <summary>An amount is left out of totals.</summary>
    RateMissing,
}
