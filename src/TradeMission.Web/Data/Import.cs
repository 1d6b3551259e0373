using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>Rows of a spreadsheet that became records, all at once. It can be undone as long as nothing else has touched them.</summary>
public sealed class Import : Entity, IPartOf
{
    /// <summary>Of the draft that it was.</summary>
    public required Guid Key { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>Whose consultations they are; null for registers.</summary>
    public required long? MissionId { get; init; }

    public Mission? Mission { get; init; }

    public required string FileName { get; init; }

    /// <summary>As in <see cref="ImportDraft.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Rows that became records.</summary>
    public required int Rows { get; init; }

    /// <summary>JSON: the rows as confirmed, which is what the one audit entry stands for.</summary>
    public required string Content { get; init; }

    /// <summary>JSON: the ids of the records that were made, by the names that the audit trail gives their types.</summary>
    public string Made { get; set; } = "{}";

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>UTC; null while it stands.</summary>
    public DateTime? UndoneAt { get; private set; }

    public string? UndoneByName { get; private set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => MissionId is { } mission ? [(typeof(Mission), mission)] : [];

    public void Undo(string byName, DateTime at) => (UndoneByName, UndoneAt) = (byName, at);
}
