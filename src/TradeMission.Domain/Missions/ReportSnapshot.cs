using System.Security.Cryptography;
using System.Text;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Missions;

/// <summary>
/// 결과보고 보존본: what a mission's figures, rates and rows were when it was closed. Never changed and never deleted afterwards; closing again after reopening
/// adds the next number.
/// </summary>
public sealed class ReportSnapshot : Entity, IPartOf
{
    private ReportSnapshot()
    {
    }

    public long MissionId { get; private init; }

    public Mission Mission { get; private init; } = null!;

    /// <summary>Counts the mission's snapshots from 1.</summary>
    public int Number { get; private init; }

    /// <summary>UTC.</summary>
    public DateTime ClosedAt { get; private init; }

    public string ClosedByName { get; private init; } = "";

    /// <summary>Why the mission was closed.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Canonical JSON; its bytes are those of its UTF-8 form.</summary>
    public string Content { get; private init; } = "";

    /// <summary>Hexadecimal, of the bytes of <see cref="Content"/>.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Whether the content is still what was kept.</summary>
    public bool IsIntact => HashOf(Content) == Sha256;

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Mission), MissionId)];

    /// <summary>The snapshot of the closing that the mission's last change of status is.</summary>
    /// <exception cref="DomainException">The mission has not just been closed.</exception>
    public static ReportSnapshot Of(Mission mission, int number, string content)
    {
        if (mission.StatusChanges is not [.., { To: MissionStatus.Closed } closing])
        {
            throw new DomainException($"{mission.Reference} is not being closed");
        }

        // Texts are stored in this form; a hash over another would never match again.
        var stored = SearchText.Composed(content);
        return new ReportSnapshot
        {
            Mission = mission,
            MissionId = mission.Id,
            Number = number,
            ClosedAt = closing.At,
            ClosedByName = closing.ByName,
            Reason = closing.Reason,
            Content = stored,
            Sha256 = HashOf(stored),
        };
    }

    private static string HashOf(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
}
