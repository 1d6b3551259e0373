using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>A record that somebody deleted, kept for a while together with its parts so that it can be restored. Moments are UTC.</summary>
public sealed class DeletedRecord : Entity
{
    /// <summary>For so long it can be restored.</summary>
    public const int Days = 30;

    public const int LongestName = 400;

    /// <summary>The type by the name that the audit trail gives it.</summary>
    public required string Record { get; init; }

    public required long RecordId { get; init; }

    /// <summary>What it was called, in Korean or, where it has only one name, in any language.</summary>
    public required string Name { get; init; }

    public string? NameEn { get; init; }

    /// <summary>The record and its parts as <see cref="KeptValues"/> in JSON; null once it is restored.</summary>
    public string? Content { get; private set; }

    public required DateTime DeletedAt { get; init; }

    public required string DeletedByName { get; init; }

    public required DateTime KeptUntil { get; init; }

    public DateTime? RestoredAt { get; private set; }

    public string? RestoredByName { get; private set; }

    /// <summary>The id that it has now: its own where the database lets it have that again.</summary>
    public long? RestoredAs { get; private set; }

    public bool CanBeRestored(DateTime now) => Content is not null && now < KeptUntil;

    public void Keep(string content) => Content = content;

    /// <summary>Before the record itself is saved, so that of two who restore it at once the second is refused.</summary>
    public void MarkRestored(string by, DateTime at)
    {
        (RestoredAt, RestoredByName) = (at, by);
        Content = null;
    }

    public void LeadTo(long id) => RestoredAs = id;
}
