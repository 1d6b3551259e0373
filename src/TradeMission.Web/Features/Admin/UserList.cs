using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>The list's page.</summary>
public sealed record UserList(UserSearch Search, Paged<UserRow> Found, IReadOnlyList<SelectListItem> Roles, IReadOnlyList<SelectListItem> Companies);
