namespace TradeMission.Domain.Shared;

/// <summary>A record with an identity and a version: an edit that was begun on an older version is shown both.</summary>
public abstract class Entity
{
    public long Id { get; private set; }

    /// <summary>Counted up by the database layer with every change.</summary>
    public int Version { get; private set; }
}
