using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>The rate table's page.</summary>
/// <param name="Missing">What is left out of totals for want of a rate.</param>
/// <param name="HasService">Whether rates can be fetched from a public service.</param>
public sealed record RateList(RateSearch Search, Paged<RateRow> Found, IReadOnlyList<SelectListItem> Currencies, IReadOnlyList<MissingRate> Missing, bool HasService)
{
    public int Applicable => Missing.Sum(missing => missing.Applicable);
}
