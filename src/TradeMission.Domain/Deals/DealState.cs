namespace TradeMission.Domain.Deals;

/// <summary>Whether a deal counts towards the contract value.</summary>
public enum DealState
{
    Open,
    OnHold,
    Lost,
}
