using TradeMission.Domain.Buyers;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Consultations;

/// <summary>수출상담: a company and a buyer sit down. Stored totals of its mission move with it, in the same transaction.</summary>
public sealed class Consultation : Entity, IPartOf, ISearchable
{
    private readonly List<Deal> deals = [];

    /// <summary>Made by whoever logs it, before it is sent: sending it twice makes one record.</summary>
    public required Guid ClientId { get; init; }

    public required long MissionId { get; init; }

    public Mission Mission { get; init; } = null!;

    /// <summary>Null where the source does not say at which stop.</summary>
    public required long? StopId { get; set; }

    public Stop? Stop { get; set; }

    public required long ParticipationId { get; set; }

    public Participation Participation { get; set; } = null!;

    public required long BuyerId { get; set; }

    public Buyer Buyer { get; set; } = null!;

    /// <summary>Day at the stop.</summary>
    public required DateOnly HeldOn { get; set; }

    /// <summary>Whether the day is only a stand-in, because the source states no day.</summary>
    public bool DayUnknown { get; set; }

    /// <summary>In the stop's time zone.</summary>
    public TimeOnly? StartsAt { get; set; }

    public ConsultationKind Kind { get; set; }

    public string? Products { get; set; }

    /// <summary>상담액; null where no figure was mentioned. A figure that the company has answered needs a new answer when it changes.</summary>
    public Valued? Value
    {
        get;
        set
        {
            if (value is null)
            {
                Answer = FigureState.Unanswered;
            }
            else if (Answer is FigureState.Confirmed or FigureState.Disputed && (field?.Amount != value.Amount || field?.Currency != value.Currency))
            {
                Answer = FigureState.Reopened;
            }

            field = value;
            RatedOn = value?.RatedOn;
        }
    }

    /// <summary>What the company says of the consultation value.</summary>
    public FigureState Answer { get; private set; }

    /// <summary>The day of the value's rate; null in the mission's base currency and without a rate.</summary>
    public DateOnly? RatedOn { get; private set; }

    /// <summary>What its value adds to the mission's totals, by evidence.</summary>
    public FigureShare? Share => Value is { } value ? FigureShare.Of(TotalFigure.ConsultationValue, Answer == FigureState.Confirmed ? EvidenceTier.Confirmed : EvidenceTier.Recorded, value) : null;

    public Assessment? Assessment { get; set; }

    public string? Notes { get; set; }

    /// <summary>What came of it.</summary>
    public IReadOnlyList<Deal> Deals => deals;

    public string? NextStep { get; set; }

    public DateOnly? NextStepDueOn { get; set; }

    public string? NextStepOwner { get; set; }

    public DateOnly? NextStepDoneOn { get; set; }

    public long? LoggedById { get; init; }

    public required string LoggedByName { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime LoggedAt { get; init; }

    public RecordedFrom From { get; init; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Mission), MissionId)];

    IEnumerable<string?> ISearchable.SearchNames => [Products, NextStep, Notes];

    /// <summary>Opens a deal with its first step.</summary>
    /// <exception cref="DomainException">The step cannot stand; ask <see cref="Deal.Refusal(Consultation, StepDraft, DateOnly)"/> first.</exception>
    public Deal OpenDeal(StepDraft first, Author author, DateOnly today)
    {
        var deal = Deal.Open(this, first, author, today);
        deals.Add(deal);
        return deal;
    }

    /// <summary>The company's answer, or its end, on the consultation value.</summary>
    /// <exception cref="DomainException">There is no value to answer.</exception>
    public void Take(FigureState answer) =>
        Answer = Value is not null || answer == FigureState.Unanswered ? answer : throw new DomainException($"Consultation {Id} has no value to answer");

    /// <summary>Warnings about a contract amount beside the consultation value that it comes from; never a refusal (DOMAIN: rules).</summary>
    /// <param name="value">In base currency.</param>
    /// <param name="contract">In base currency; all open deals of the consultation together.</param>
    /// <param name="pursued">The part of it that is only being pursued.</param>
    public static IEnumerable<FigureWarning> FigureWarningsOf(decimal? value, decimal? contract, decimal? pursued)
    {
        if (contract is not { } amount || value is not { } consulted || amount == 0)
        {
            yield break;
        }

        if (amount > consulted)
        {
            yield return FigureWarning.ContractAboveConsultation;
        }
        else if (pursued is { } plan and > 0 && (plan < consulted * 0.15m || plan > consulted * 0.5m))
        {
            yield return FigureWarning.PursuedOutsideUsualShare;
        }
    }
}
