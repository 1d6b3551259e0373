using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Confirmations;

/// <summary>A link to a company's figures that one person was sent. Only the token's hash is kept: who reads the database cannot answer.</summary>
public sealed class ConfirmationLink : Entity, IPartOf
{
    public const int ValidDays = 14;

    public long RequestId { get; private set; }

    public ConfirmationRequest Request { get; init; } = null!;

    public required string Name { get; init; }

    public required string Email { get; init; }

    /// <summary>SHA-256 of the token, hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>By an answer or by a later link. UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(ConfirmationRequest), RequestId)];

    public bool IsOpen(DateTime now) => EndedAt is null && now < ExpiresAt;

    internal void Finish(DateTime now) => EndedAt ??= now;
}
