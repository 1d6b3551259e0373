namespace TradeMission.Domain.Deals;

/// <summary>How likely a pursued contract is, in the word of whoever recorded it.</summary>
public enum Likelihood
{
    High,
    Medium,
    Low,
}
