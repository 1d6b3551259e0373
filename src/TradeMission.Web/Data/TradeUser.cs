using Microsoft.AspNetCore.Identity;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>A person who may sign in. One person, one account.</summary>
public sealed class TradeUser : IdentityUser<long>, INamed
{
    public required string Name { get; set; }

    /// <summary>The company whose results this person sees; set exactly for people of the role Company.</summary>
    public long? CompanyId { get; set; }

    public Company? Company { get; set; }

    /// <summary>Whether the account may be used; an account with a history is switched off, never deleted.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>ko or en: what mail to this person is written in and what the pages start with after signing in.</summary>
    public string Language { get; set; } = "ko";

    /// <summary>UTC.</summary>
    public DateTime? LastSignedInAt { get; set; }

    IEnumerable<string?> ISearchable.SearchNames => [Name, Email];
}
