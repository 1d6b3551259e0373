namespace TradeMission.Web.Infrastructure.Security;

/// <summary>What a person is to the portal; a person has exactly one. Together they say who may do something.</summary>
[Flags]
public enum Role
{
    None = 0,

    /// <summary>Somebody who has not signed in.</summary>
    Anonymous = 1,

    /// <summary>Users, reference data, audit; reads everything.</summary>
    Administrator = 2,

    /// <summary>The city's trade team.</summary>
    Officer = 4,

    /// <summary>Looks, approves and prints; changes no consultation.</summary>
    Manager = 8,

    /// <summary>Sees its own results and nobody else's.</summary>
    Company = 16,
}
