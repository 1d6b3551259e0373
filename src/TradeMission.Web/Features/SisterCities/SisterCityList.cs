using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

public sealed record SisterCityList(
    SisterCitySearch Search, Paged<SisterCityRow> Found, IReadOnlyList<SelectListItem> Countries, IReadOnlyList<SelectListItem> Regions, DateOnly Today);
