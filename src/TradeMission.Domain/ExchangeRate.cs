using TradeMission.Domain.Shared;

namespace TradeMission.Domain;

/// <summary>A published rate. Records copy it when they are made; changing it changes none of them.</summary>
public sealed class ExchangeRate : Entity
{
    /// <summary>ISO 4217 of what is priced.</summary>
    public required string Currency { get; set; }

    /// <summary>ISO 4217 of what it is priced in.</summary>
    public required string Against { get; set; }

    public required DateOnly On { get; set; }

    /// <summary>As quoted, for <see cref="Per"/> units.</summary>
    public required decimal Quoted { get; set; }

    /// <summary>Units that the quotation is for: 1 or 100.</summary>
    public int Per { get; set; } = 1;

    public required string Source { get; set; }

    /// <summary>For one unit, at most ten decimals.</summary>
    public decimal Rate => decimal.Round(Quoted / Per, FrozenRate.Decimals);

    public FrozenRate Freeze() => new(Rate, On, Source);
}
