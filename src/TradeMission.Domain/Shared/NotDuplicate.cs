namespace TradeMission.Domain.Shared;

/// <summary>중복 아님: somebody has looked at two firms that look alike, and they are two.</summary>
public sealed class NotDuplicate : Entity
{
    public required FirmKind Kind { get; init; }

    /// <summary>The lower id.</summary>
    public required long OneId { get; init; }

    /// <summary>The higher id.</summary>
    public required long OtherId { get; init; }
}
