using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedSupport(
    SupportKind Kind,
    string Description,
    decimal? Quantity = null,
    string? Unit = null,
    decimal? UnitPrice = null,
    string Currency = "USD",
    PriceBasis Basis = PriceBasis.Unknown);
