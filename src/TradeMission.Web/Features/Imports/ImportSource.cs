using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Imports;

/// <summary>What is sent, by whom, for what.</summary>
/// <param name="Unit">Of amounts whose column says none.</param>
public sealed record ImportSource(Guid Key, ImportKind Kind, long? MissionId, long UserId, string? FileName, ImportUnit Unit);
