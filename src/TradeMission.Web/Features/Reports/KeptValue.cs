using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>An amount as it was, with the rate that was frozen on it.</summary>
public sealed record KeptValue(decimal Amount, string Currency, decimal? Rate, DateOnly? RateOn, string? RateSource, decimal? BaseAmount)
{
    /// <summary>To the last digit: a difference must be seen.</summary>
    internal string Text => $"{Currency} {Show.Number(Amount)}" + (Rate is not { } rate || string.IsNullOrEmpty(RateSource)
        ? BaseAmount is null ? $" ({Texts.Get("Reports.RateMissing")})" : ""
        : $" × {Show.Number(rate)} ({Show.DayShort(RateOn)}, {RateSource}) = {Show.Number(BaseAmount ?? 0m)}");

    public static KeptValue? Of(Valued? value) => value is null ? null : new KeptValue(value.Amount, value.Currency, value.Rate, value.RateOn, value.RateSource, value.BaseAmount);
}
