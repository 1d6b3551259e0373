namespace TradeMission.Domain.Buyers;

/// <summary>What is known of a buyer's credit. A blocked buyer cannot be scheduled.</summary>
public enum Credit
{
    Unknown,
    Checked,
    Recommended,
    Blocked,
}
