using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>A spreadsheet that somebody has sent and not confirmed yet: rows to be looked at and corrected, none of which is a record.</summary>
public sealed class ImportDraft : Entity
{
    /// <summary>Made by the page that the file was sent from: sending it twice makes one draft, confirming that twice one import.</summary>
    public required Guid Key { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>Whose consultations they are; null for registers.</summary>
    public required long? MissionId { get; init; }

    public Mission? Mission { get; init; }

    /// <summary>Nobody else sees the draft.</summary>
    public required long UserId { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the rows as they were sent, in hexadecimal: the same for the same rows, whatever kind of file holds them.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>JSON: the rows as corrected.</summary>
    public required string Content { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
