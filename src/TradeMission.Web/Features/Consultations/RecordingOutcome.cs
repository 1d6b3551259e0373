namespace TradeMission.Web.Features.Consultations;

/// <summary>What became of an input. With problems, or with others of the same day that nobody has confirmed, nothing was changed at all.</summary>
public sealed record RecordingOutcome
{
    /// <summary>The record; null when nothing was recorded.</summary>
    public long? Id { get; init; }

    /// <summary>The input had been recorded before; that record stands as it is.</summary>
    public bool WasThere { get; init; }

    public IReadOnlyList<Remark> Problems { get; init; } = [];

    /// <summary>Of what is recorded, or would be.</summary>
    public IReadOnlyList<Remark> Warnings { get; init; } = [];

    /// <summary>Consultations of the same company with the same buyer on the same day, to be confirmed by <see cref="ConsultationInput.ConfirmDuplicate"/>.</summary>
    public IReadOnlyList<ConsultationRow> Same { get; init; } = [];

    public bool MayBeRecorded => Problems.Count == 0 && Same.Count == 0;
}
