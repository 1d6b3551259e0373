using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Deals;

/// <summary>
/// One step of a deal. What it says never changes: a wrong step is corrected by another that stands in its place and shows it struck through.
/// Only what others say of it moves: the company's answer and the evidence.
/// </summary>
public sealed class DealStep : Entity, IPartOf
{
    private readonly List<EvidenceFile> evidence = [];

    public long DealId { get; private set; }

    public Deal Deal { get; init; } = null!;

    /// <summary>Counts the deal's steps as they were recorded, from 1.</summary>
    public int Number { get; init; }

    /// <summary>The number of the step whose place it takes, or its own. Orders steps of one day.</summary>
    public int Place { get; init; }

    public DealStage Stage { get; init; }

    /// <summary>Null for a side exit and for a withdrawal.</summary>
    public Valued? Value { get; private set; }

    /// <summary>The day that it happened.</summary>
    public DateOnly On { get; init; }

    /// <summary>When a pursued contract is expected.</summary>
    public DateOnly? ExpectedOn { get; init; }

    public Likelihood? Likelihood { get; init; }

    public string? Note { get; init; }

    /// <summary>Why: of a side exit, a revival, a correction or a withdrawal.</summary>
    public string? Reason { get; init; }

    /// <summary>It takes up a deal that was on hold or lost.</summary>
    public bool Revives { get; init; }

    /// <summary>The step that it corrects or withdraws.</summary>
    public long? CorrectsId { get; private set; }

    public DealStep? Corrects { get; init; }

    /// <summary>It only takes another step away and puts nothing in its place.</summary>
    public bool IsWithdrawal { get; init; }

    public long? RecordedById { get; init; }

    public required string RecordedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime RecordedAt { get; init; }

    public bool ByCompany { get; init; }

    /// <summary>Corrected or withdrawn by a later step: shown struck through, counted nowhere.</summary>
    public bool IsStruck { get; private set; }

    /// <summary>What the company says of its figure.</summary>
    public FigureState Answer { get; private set; }

    /// <summary>Stands behind the figure at the moment.</summary>
    public EvidenceTier Tier { get; private set; }

    /// <summary>The day of its rate; null in the mission's base currency and without a rate.</summary>
    public DateOnly? RatedOn { get; private set; }

    public IReadOnlyList<EvidenceFile> Evidence => evidence;

    /// <summary>Whether it says something that stands.</summary>
    public bool Stands => !IsStruck && !IsWithdrawal;

    /// <summary>What it adds to the mission's totals by itself: money and goods that moved. Contract amounts are the deal's, not the step's.</summary>
    public FigureShare? Share => Stands && Stage.IsMovement() && Value is { } value ? FigureShare.Of(FigureOf(Stage), Tier, value) : null;

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => Deal is { ConsultationId: > 0 } deal ? [(typeof(Deal), DealId), (typeof(Consultations.Consultation), deal.ConsultationId)] : [(typeof(Deal), DealId)];

    internal static DealStep Of(Deal deal, int number, StepDraft draft, Author author, DealStep? corrects)
    {
        var step = new DealStep
        {
            Deal = deal,
            Number = number,
            Place = corrects?.Place ?? number,
            Stage = draft.Stage,
            Value = draft.Stage.IsExit() ? null : draft.Value,
            On = draft.On,
            ExpectedOn = draft.Stage == DealStage.Pursued ? draft.ExpectedOn : null,
            Likelihood = draft.Stage == DealStage.Pursued ? draft.Likelihood : null,
            Note = draft.Note,
            Reason = draft.Reason,
            Revives = draft.Revives,
            Corrects = corrects,
            RecordedById = author.Id,
            RecordedByName = author.Name,
            RecordedAt = author.At,
            ByCompany = author.IsCompany,
            Answer = draft.Stage.IsExit() ? FigureState.Unanswered
                : author.IsCompany ? FigureState.Confirmed
                : corrects is { Answer: not FigureState.Unanswered } ? FigureState.Reopened
                : FigureState.Unanswered,
            RatedOn = draft.Stage.IsExit() ? null : draft.Value?.RatedOn,
        };
        step.Weigh();
        return step;
    }

    internal static DealStep Withdrawing(Deal deal, int number, DealStep step, string reason, Author author) => new()
    {
        Deal = deal,
        Number = number,
        Place = step.Place,
        Stage = step.Stage,
        On = step.On,
        Reason = reason,
        Corrects = step,
        IsWithdrawal = true,
        RecordedById = author.Id,
        RecordedByName = author.Name,
        RecordedAt = author.At,
        ByCompany = author.IsCompany,
    };

    internal void Strike() => IsStruck = true;

    internal void Take(FigureState answer)
    {
        Answer = answer;
        Weigh();
    }

    internal void Attach(EvidenceFile file)
    {
        evidence.Add(file);
        Weigh();
    }

    internal void Detach(EvidenceFile file)
    {
        evidence.Remove(file);
        Weigh();
    }

    /// <summary>A rate that came late; what the step says stays.</summary>
    internal void Rate(Valued rated)
    {
        Value = rated;
        RatedOn = rated.RatedOn;
    }

    private void Weigh() => Tier = Answer == FigureState.Disputed ? EvidenceTier.Recorded
        : evidence.Count > 0 ? EvidenceTier.Documented
        : Answer == FigureState.Confirmed ? EvidenceTier.Confirmed
        : EvidenceTier.Recorded;

    private static TotalFigure FigureOf(DealStage stage) => stage switch
    {
        DealStage.AdvanceReceived => TotalFigure.AdvanceReceived,
        DealStage.Shipped => TotalFigure.Shipped,
        _ => TotalFigure.Paid,
    };
}
