using TradeMission.Domain.Missions;

namespace TradeMission.Web.Infrastructure;

/// <summary>The badge's tone for a status; the word carries the meaning, the tone only helps.</summary>
public static class StatusTones
{
    public static string Tone(this MissionStatus status) => status switch
    {
        MissionStatus.Draft => "gray",
        MissionStatus.Recruiting => "information",
        MissionStatus.Confirmed => "primary",
        MissionStatus.Underway => "success",
        MissionStatus.Closed => "secondary",
        _ => "danger",
    };

    public static string Tone(this ParticipationStatus status) => status switch
    {
        ParticipationStatus.Selected => "success",
        ParticipationStatus.Applied => "information",
        ParticipationStatus.Waitlisted => "warning",
        _ => "gray",
    };
}
