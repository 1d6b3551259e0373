using TradeMission.Domain;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>A line of an import and what happens to it.</summary>
/// <param name="Stored">The table's rate of that day.</param>
public sealed record PlannedRate(RateLine Line, ProposedRate? Rate, RefusedCell? Refused, ExchangeRate? Stored)
{
    /// <summary>As it was planned: confirming changes the stored rate.</summary>
    public RateOutcome Outcome { get; } = Rate is null || Refused is not null ? RateOutcome.Refused
        : Stored is null ? RateOutcome.New
        : (Stored.Quoted, Stored.Per, Stored.Source) == (Rate.Quoted, Rate.Per, Rate.Source) ? RateOutcome.Same
        : RateOutcome.Replaces;
}
