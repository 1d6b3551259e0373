namespace TradeMission.Domain.Missions;

/// <summary>How a consultation's day fits its stop: within, near (a warning) or outside (an error).</summary>
public enum DayFit
{
    Within,
    Near,
    Outside,
}
