namespace TradeMission.Web.Infrastructure.Security;

/// <summary>The roles' names as Identity stores them.</summary>
public static class Roles
{
    public const string Administrator = nameof(Role.Administrator);
    public const string Officer = nameof(Role.Officer);
    public const string Manager = nameof(Role.Manager);
    public const string Company = nameof(Role.Company);

    public static IReadOnlyList<string> All { get; } = [Administrator, Officer, Manager, Company];
}
