using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Confirmations;

/// <summary>확인: what a company says of one figure: a consultation's value, or a deal step's amount. Kept with the figure that it was said of; a later answer ends it.</summary>
public sealed class FigureAnswer : Entity, IPartOf
{
    public long ConsultationId { get; private set; }

    public Consultation Consultation { get; init; } = null!;

    /// <summary>Null for the consultation's value.</summary>
    public long? DealStepId { get; private set; }

    public DealStep? DealStep { get; init; }

    /// <summary>Confirmed or disputed.</summary>
    public required FigureState Verdict { get; init; }

    /// <summary>The figure that was answered, as recorded.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public string? Comment { get; init; }

    /// <summary>What it should be, in <see cref="Currency"/>.</summary>
    public decimal? Proposed { get; init; }

    public long? ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>It came by a link in a mail, without signing in.</summary>
    public bool ByLink { get; init; }

    /// <summary>Null while it stands.</summary>
    public AnswerEnd? End { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? EndedAt { get; private set; }

    public string? EndedByName { get; private set; }

    /// <summary>The officer's reply, or why the figure changed.</summary>
    public string? EndNote { get; private set; }

    public bool Stands => End is null;

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Consultation), ConsultationId)];

    /// <summary>Ends it, once.</summary>
    public void Finish(AnswerEnd end, string byName, DateTime at, string? note)
    {
        if (Stands)
        {
            (End, EndedByName, EndedAt, EndNote) = (end, byName, at, note);
        }
    }
}
