namespace TradeMission.Domain.Shared;

/// <summary>합치기: a firm that was entered twice has become one. It is kept as long as it stands, so that it can be undone; undoing takes it away.</summary>
public sealed class Merge : Entity
{
    public required FirmKind Kind { get; init; }

    /// <summary>The record that stays.</summary>
    public required long WinnerId { get; init; }

    /// <summary>The record that nobody finds any more.</summary>
    public required long LoserId { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    public required string Reason { get; init; }

    /// <summary>What was moved and what was changed, as JSON: what undoing goes by.</summary>
    public required string Work { get; init; }
}
