namespace TradeMission.Domain.Missions;

/// <summary>What the unit price of in-kind support rests on.</summary>
public enum PriceBasis
{
    Unknown,
    Quotation,
    PublicTariff,
    Estimate,
}
