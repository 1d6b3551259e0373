using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

/// <param name="By">Mail address of the user.</param>
internal sealed record InventedChange(MissionStatus To, DateTime At, string Reason, string By);
