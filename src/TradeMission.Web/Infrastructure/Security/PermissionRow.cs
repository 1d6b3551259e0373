namespace TradeMission.Web.Infrastructure.Security;

/// <summary>One row of the table: who may do what at which address.</summary>
/// <param name="Methods">HTTP methods separated by spaces, or * for an endpoint that takes any.</param>
/// <param name="Route">The route's template with a leading slash and without constraints: /missions/{id}.</param>
public sealed record PermissionRow(string Methods, string Route, Role Who);
