using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Deals;

/// <summary>증빙: a file that stands behind a step's figure. Its content lies in the file store, under a name that nobody chose.</summary>
public sealed class EvidenceFile : Entity, IPartOf
{
    public long DealStepId { get; private set; }

    public DealStep DealStep { get; init; } = null!;

    /// <summary>In addresses, in place of a number that could be guessed.</summary>
    public required Guid Key { get; init; }

    /// <summary>Under which the file store keeps it.</summary>
    public required string StoredAs { get; init; }

    /// <summary>As its sender called it; for display only.</summary>
    public required string FileName { get; init; }

    /// <summary>By its content, not by what the sender said.</summary>
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }

    /// <summary>SHA-256 of the content, hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public long? AddedById { get; init; }

    public required string AddedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AddedAt { get; init; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => DealStep is { Deal: { ConsultationId: > 0 } deal } ? [(typeof(Deal), deal.Id), (typeof(Consultations.Consultation), deal.ConsultationId)] : [(typeof(DealStep), DealStepId)];
}
