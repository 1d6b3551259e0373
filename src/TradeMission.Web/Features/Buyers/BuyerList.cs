using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Buyers;

/// <summary>The list's page: what was searched and what was found.</summary>
/// <param name="Consultations">With all that were found, not only with those on this page.</param>
public sealed record BuyerList(
    BuyerSearch Search, Paged<BuyerRow> Found, int Consultations, DateOnly Today, IReadOnlyList<SelectListItem> Countries, IReadOnlyList<SelectListItem> SisterCities);
