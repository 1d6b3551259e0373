using System.Globalization;
using System.Security.Claims;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Who sits at the other end of this request.</summary>
public sealed record CurrentUser(long Id, string Name, Role Role, long? CompanyId)
{
    public const string CompanyClaim = "portal:company";

    /// <summary>Somebody who has not signed in.</summary>
    public static CurrentUser Nobody { get; } = new(0, "", Role.Anonymous, null);

    public bool IsSignedIn => Role != Role.Anonymous;

    public bool IsOfficer => Role == Role.Officer;

    public bool IsManager => Role == Role.Manager;

    public bool IsCompany => Role == Role.Company;

    public bool IsAdministrator => Role == Role.Administrator;

    public static CurrentUser Of(ClaimsPrincipal? principal)
    {
        if (principal?.Identity is not { IsAuthenticated: true } || NumberOf(principal, ClaimTypes.NameIdentifier) is not { } id)
        {
            return Nobody;
        }

        return new CurrentUser(id, principal.FindFirstValue(ClaimTypes.Name) ?? "", RoleOf(principal), NumberOf(principal, CompanyClaim));
    }

    /// <summary>As the one who says so now: in deals and answers.</summary>
    public Author AsAuthor(TimeProvider clock) => new(Id, Name, IsCompany, clock.GetUtcNow().UtcDateTime);

    /// <summary>Whether the table of permissions lets this person do it; pages ask before they offer a button.</summary>
    /// <param name="route">As the table writes it: /missions/{id}/edit.</param>
    public bool May(string method, string route) => (Permissions.Who(method, route) & Role) != Role.None;

    private static Role RoleOf(ClaimsPrincipal principal) =>
        Enum.TryParse<Role>(principal.FindFirstValue(ClaimTypes.Role), out var role) ? role : Role.None;

    private static long? NumberOf(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
