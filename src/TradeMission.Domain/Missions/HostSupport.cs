using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Missions;

/// <summary>현물지원: what a host gave in kind at a stop. Its value is what the city's budget was spared.</summary>
public sealed class HostSupport : Entity, IPartOf
{
    public long StopId { get; init; }

    public Stop Stop { get; init; } = null!;

    public required SupportKind Kind { get; set; }

    public required string Description { get; set; }

    /// <summary>In <see cref="Unit"/>; null where nobody counted.</summary>
    public decimal? Quantity { get; set; }

    /// <summary>What is counted: days, vehicles, persons.</summary>
    public string? Unit { get; set; }

    /// <summary>Null where the price is not known; such support spares the budget something, but no figure says how much.</summary>
    public decimal? UnitPrice { get; set; }

    public PriceBasis Basis { get; set; }

    /// <summary>Quantity × unit price with its frozen rate; null where either is not known.</summary>
    public Valued? Value { get; set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Stop), StopId)];
}
