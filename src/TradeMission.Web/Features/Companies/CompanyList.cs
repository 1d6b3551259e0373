using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

/// <summary>The list's page: what was searched, what was found, and what stored totals of it add up to.</summary>
/// <param name="Currency">Of the column of values.</param>
/// <param name="Sums">One for each base currency, since different currencies are never added up.</param>
public sealed record CompanyList(
    CompanySearch Search, Paged<CompanyRow> Found, string Currency, IReadOnlyList<CompanyList.Sum> Sums,
    IReadOnlyList<SelectListItem> Districts, IReadOnlyList<SelectListItem> Industries, IReadOnlyList<SelectListItem> Missions)
{
    public sealed record Sum(string Currency, int Consultations, decimal Value);
}
