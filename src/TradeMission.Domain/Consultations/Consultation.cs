using TradeMission.Domain.Buyers;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Consultations;

/// <summary>수출상담: a company and a buyer sit down. Stored totals of its mission move with it, in the same transaction.</summary>
public sealed class Consultation : Entity, IPartOf, ISearchable
{
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

    /// <summary>상담액; null where no figure was mentioned.</summary>
    public Valued? Value { get; set; }

    /// <summary>계약추진액, the one contract figure for now: a contract being pursued, not one that is signed.</summary>
    public Valued? Pursued { get; set; }

    /// <summary>When the pursued contract is expected.</summary>
    public DateOnly? PursuedExpectedOn { get; set; }

    public Assessment? Assessment { get; set; }

    public string? Notes { get; set; }

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

    /// <summary>Warnings about this consultation's figures; never a refusal (DOMAIN: rules).</summary>
    public IEnumerable<FigureWarning> FigureWarnings => FigureWarningsOf(Value?.BaseAmount, Pursued?.BaseAmount);

    public static IEnumerable<FigureWarning> FigureWarningsOf(decimal? value, decimal? pursued)
    {
        if (pursued is not { } contract || value is not { } consulted || contract == 0)
        {
            yield break;
        }

        if (contract > consulted)
        {
            yield return FigureWarning.ContractAboveConsultation;
        }
        else if (contract < consulted * 0.15m || contract > consulted * 0.5m)
        {
            yield return FigureWarning.PursuedOutsideUsualShare;
        }
    }
}
