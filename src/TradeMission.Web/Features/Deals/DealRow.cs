using System.Linq.Expressions;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Deals;

/// <summary>One line of a list of deals.</summary>
public sealed class DealRow
{
    public required long Id { get; init; }

    public required long ConsultationId { get; init; }

    public required string MissionReference { get; init; }

    public required long MissionId { get; init; }

    /// <summary>The mission's base currency.</summary>
    public required string Currency { get; init; }

    public required string CompanyKo { get; init; }

    public required string? CompanyEn { get; init; }

    public required string Buyer { get; init; }

    public required DealStage? Stage { get; init; }

    public required DealState State { get; init; }

    public required decimal? Amount { get; init; }

    public required string? AmountCurrency { get; init; }

    public required decimal? BaseAmount { get; init; }

    public required bool IsAtLeast { get; init; }

    /// <summary>How many of its amounts are left out for want of a rate.</summary>
    public required int WithoutRate { get; init; }

    public required EvidenceTier Tier { get; init; }

    public required DateOnly? ExpectedOn { get; init; }

    public required Likelihood? Likelihood { get; init; }

    public required string? Owner { get; init; }

    public required DateOnly? DueOn { get; init; }

    public required DateOnly LastNewsOn { get; init; }

    /// <summary>When its company was last asked for news.</summary>
    public required DateOnly? AskedOn { get; init; }

    public required bool IsOnCancelledMission { get; init; }

    private bool AwaitsNews => State == DealState.Open && Stage is not (null or DealStage.Paid) && !IsOnCancelledMission;

    /// <summary>Its company was asked, and nothing has been heard since.</summary>
    public bool IsUnanswered => AwaitsNews && AskedOn > LastNewsOn;

    public bool IsLate(DateOnly today) => AwaitsNews && DueOn < today;

    public bool IsQuiet(DateOnly today) => AwaitsNews && LastNewsOn.AddDays(Deal.QuietDays) <= today;

    public static Expression<Func<Deal, DealRow>> Of { get; } = deal => new DealRow
    {
        Id = deal.Id,
        ConsultationId = deal.ConsultationId,
        MissionReference = deal.Mission.Reference,
        MissionId = deal.MissionId,
        Currency = deal.Mission.BaseCurrency,
        CompanyKo = deal.Consultation.Participation.Company.NameKo,
        CompanyEn = deal.Consultation.Participation.Company.NameEn,
        Buyer = deal.Consultation.Buyer.Name,
        Stage = deal.Stage,
        State = deal.State,
        Amount = deal.ContractAmount,
        AmountCurrency = deal.ContractCurrency,
        BaseAmount = deal.ContractBase,
        IsAtLeast = deal.IsAtLeast,
        WithoutRate = deal.WithoutRate,
        Tier = deal.Tier,
        ExpectedOn = deal.ExpectedOn,
        Likelihood = deal.Likelihood,
        Owner = deal.Owner,
        DueOn = deal.DueOn,
        LastNewsOn = deal.LastNewsOn,
        AskedOn = deal.NewsRequests.Where(request => request.Letters > 0).Max(request => (DateOnly?)request.AskedOn),
        IsOnCancelledMission = deal.Mission.Status == MissionStatus.Cancelled,
    };
}
