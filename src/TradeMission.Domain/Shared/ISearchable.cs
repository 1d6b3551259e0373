namespace TradeMission.Domain.Shared;

/// <summary>A record that is found by its names, whatever their case, width or Unicode form.</summary>
public interface ISearchable
{
    /// <summary>What people may type to find it.</summary>
    IEnumerable<string?> SearchNames { get; }
}
