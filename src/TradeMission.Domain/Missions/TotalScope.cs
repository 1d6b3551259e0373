namespace TradeMission.Domain.Missions;

/// <summary>What a stored total is of.</summary>
public enum TotalScope
{
    Mission,
    Stop,
    Participation,
}
