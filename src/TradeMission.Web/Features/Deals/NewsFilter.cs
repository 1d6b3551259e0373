namespace TradeMission.Web.Features.Deals;

/// <summary>?news=: what a deal waits for.</summary>
public enum NewsFilter
{
    /// <summary>Open, and not heard of for <see cref="Domain.Deals.Deal.QuietDays"/> days.</summary>
    Quiet,

    /// <summary>Open and to be followed up soon, or already.</summary>
    Due,

    Overdue,

    /// <summary>The company was asked for news and has not answered.</summary>
    Asked,

    /// <summary>The company was to be asked for news, and has no address to write to.</summary>
    NoAddress,

    /// <summary>An amount is left out of totals.</summary>
    RateMissing,
}
