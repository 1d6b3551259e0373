using System.Text.Json;
using System.Text.Json.Serialization;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Consultations;

namespace TradeMission.Web.Features.Offline;

/// <summary>A consultation as a device sends it: whole, each time.</summary>
public sealed record SentConsultation : ConsultationInput
{
    /// <summary>As devices write and read it: names of enums, amounts as figures or as text.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public long MissionId { get; init; }

    /// <summary>The version that the sender has seen and means to replace; null for what the server is not known to have.</summary>
    public int? Version { get; init; }

    /// <summary>What the record says, as its sender would have said it.</summary>
    public static SentConsultation Of(Consultation consultation) => new()
    {
        ClientId = consultation.ClientId,
        MissionId = consultation.MissionId,
        StopId = consultation.StopId,
        ParticipationId = consultation.ParticipationId,
        BuyerId = consultation.BuyerId,
        HeldOn = consultation.HeldOn,
        StartsAt = consultation.StartsAt,
        Kind = consultation.Kind,
        Products = consultation.Products,
        Value = consultation.Value?.Amount,
        ValueCurrency = consultation.Value?.Currency,
        Assessment = consultation.Assessment,
        Notes = consultation.Notes,
        NextStep = consultation.NextStep,
        NextStepDueOn = consultation.NextStepDueOn,
        NextStepOwner = consultation.NextStepOwner,
    };

    /// <summary>Whether the record says exactly this already.</summary>
    public bool IsWhatStandsIn(Consultation consultation) => HasItsContract(consultation) && Meant(consultation) == Of(consultation);

    /// <summary>Whether the contract that is talked about, if any, has become a deal of the record; later it has pages of its own.</summary>
    public bool HasItsContract(Consultation consultation) => Pursued is not { } amount
        || consultation.Deals.Any(deal => deal.Steps.Any(step => step.Value is { } value && value.Amount == amount && value.Currency == PursuedCurrency));

    /// <summary>A buyer that was new when the record was first sent has come into being with it: naming it again makes no second one.</summary>
    public SentConsultation WithBuyerOf(Consultation consultation) =>
        BuyerId is null && NewBuyerCountry == consultation.Buyer.Country && SearchText.Stored(NewBuyerName) == consultation.Buyer.Name
            ? this with { BuyerId = consultation.BuyerId, NewBuyerName = null, NewBuyerCountry = null } : this;

    /// <summary>As it would stand in the record, the buyer found by its name where it was new.</summary>
    private SentConsultation Meant(Consultation consultation)
    {
        var step = SearchText.Stored(NextStep);
        return WithBuyerOf(consultation) with
        {
            Version = null,
            ConfirmDuplicate = false,
            NewBuyerName = null,
            NewBuyerCountry = null,
            Products = SearchText.Stored(Products),
            ValueCurrency = Value is null ? null : ValueCurrency,
            Pursued = null,
            PursuedCurrency = null,
            PursuedExpectedOn = null,
            Notes = SearchText.Stored(Notes),
            NextStep = step,
            NextStepOwner = step is null ? null : SearchText.Stored(NextStepOwner),
        };
    }
}
