namespace TradeMission.Domain.Shared;

/// <summary>The registers in which somebody may enter the same firm twice.</summary>
public enum FirmKind
{
    Company,
    Buyer,
}
