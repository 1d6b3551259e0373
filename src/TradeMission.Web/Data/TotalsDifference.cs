using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>A stored total that is not what the records add up to.</summary>
/// <param name="MissionId">Whose total it is, or a part of whose.</param>
/// <param name="Scope">Of the mission, one of its stops or one of its participations.</param>
/// <param name="ScopeId">The mission's, stop's or participation's id.</param>
/// <param name="Stored">Null where no row is stored.</param>
/// <param name="Recomputed">From the records.</param>
public sealed record TotalsDifference(long MissionId, TotalScope Scope, long ScopeId, TotalFigures? Stored, TotalFigures Recomputed);
