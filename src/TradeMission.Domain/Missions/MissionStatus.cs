namespace TradeMission.Domain.Missions;

public enum MissionStatus
{
    Draft,
    Recruiting,
    Confirmed,
    Underway,
    Closed,
    Cancelled,
}
