namespace TradeMission.Domain.Shared;

/// <summary>A record that may turn out to be another one, entered twice. Once it is merged nobody finds it any more, and nothing hangs on it: its address leads to the other.</summary>
public interface IMergeable
{
    /// <summary>The record that stands for it; null while it stands for itself.</summary>
    long? MergedIntoId { get; set; }
}
