namespace TradeMission.Domain.Missions;

public enum ParticipationStatus
{
    Applied,
    Selected,
    Waitlisted,
    Rejected,
    Withdrawn,
}
