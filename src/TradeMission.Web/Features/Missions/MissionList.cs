using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>The list's page: what was searched, what was found, and its sums.</summary>
/// <param name="Sums">One for each base currency, since different currencies are never added up.</param>
public sealed record MissionList(
    MissionSearch Search, Paged<MissionRow> Found, IReadOnlyList<MissionList.Sum> Sums,
    IReadOnlyList<SelectListItem> Years, IReadOnlyList<SelectListItem> Regions, IReadOnlyList<SelectListItem> SisterCities)
{
    public sealed record Sum(string Currency, int Missions, int Companies, int Consultations, decimal ConsultationValue, decimal ContractValue);
}
