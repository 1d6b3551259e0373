using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Admin;

/// <param name="Next">The last entry shown where there are more, for ?before=.</param>
public sealed record AuditPage(AuditSearch Search, IReadOnlyList<HistoryItem> Items, long? Next, IReadOnlyList<SelectListItem> Records);
