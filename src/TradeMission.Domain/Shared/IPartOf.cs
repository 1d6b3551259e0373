namespace TradeMission.Domain.Shared;

/// <summary>A record that lives inside others: their timelines show its changes too.</summary>
public interface IPartOf
{
    /// <summary>The records it belongs to, by type and id.</summary>
    IEnumerable<(Type Type, long Id)> Wholes { get; }
}
