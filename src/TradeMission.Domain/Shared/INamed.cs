namespace TradeMission.Domain.Shared;

/// <summary>A record with names of people, firms or places: found across scripts too (<see cref="SearchKeys"/>), not only by its text.</summary>
public interface INamed : ISearchable;
