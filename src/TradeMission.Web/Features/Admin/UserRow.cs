namespace TradeMission.Web.Features.Admin;

/// <summary>One account in the list.</summary>
public sealed record UserRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string? Email { get; init; }

    public required string? Role { get; init; }

    public required string? CompanyKo { get; init; }

    public required string? CompanyEn { get; init; }

    public required UserState State { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime? LastSignedInAt { get; init; }
}
