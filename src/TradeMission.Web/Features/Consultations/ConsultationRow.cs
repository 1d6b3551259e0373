using System.Linq.Expressions;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Features.Consultations;

/// <summary>One line of a list of consultations: <c>db.Consultations.Where(…).Select(ConsultationRow.Of)</c>.</summary>
public sealed class ConsultationRow
{
    public required long Id { get; init; }

    public required long MissionId { get; init; }

    public required string MissionReference { get; init; }

    /// <summary>The mission's base currency, which base values are in.</summary>
    public required string BaseCurrency { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required bool DayUnknown { get; init; }

    public required TimeOnly? StartsAt { get; init; }

    public required long CompanyId { get; init; }

    public required string CompanyKo { get; init; }

    public required string? CompanyEn { get; init; }

    public required long BuyerId { get; init; }

    public required string Buyer { get; init; }

    public required string? StopKo { get; init; }

    public required string? StopEn { get; init; }

    public required Assessment? Assessment { get; init; }

    /// <summary>상담액 as recorded; null where no figure was mentioned.</summary>
    public required decimal? Amount { get; init; }

    public required string? Currency { get; init; }

    /// <summary>상담액 in the base currency; null without an amount or without its rate.</summary>
    public required decimal? BaseAmount { get; init; }

    /// <summary>What the company says of the consultation value.</summary>
    public required FigureState Answer { get; init; }

    /// <summary>What came of it.</summary>
    public required IReadOnlyList<DealMark> Deals { get; init; }

    public required string? NextStep { get; init; }

    public required DateOnly? NextStepDueOn { get; init; }

    public required DateOnly? NextStepDoneOn { get; init; }

    /// <summary>계약추진액 of its open deals in the base currency; null where there is none or every rate is missing.</summary>
    public decimal? ContractBaseAmount => Deals.Any(deal => deal is { Counts: true, BaseAmount: not null }) ? Deals.Where(deal => deal.Counts).Sum(deal => deal.BaseAmount ?? 0m) : null;

    public bool IsOverdue(DateOnly today) => NextStep is not null && NextStepDoneOn is null && NextStepDueOn < today;

    public static Expression<Func<Consultation, ConsultationRow>> Of { get; } = consultation => new ConsultationRow
    {
        Id = consultation.Id,
        MissionId = consultation.MissionId,
        MissionReference = consultation.Mission.Reference,
        BaseCurrency = consultation.Mission.BaseCurrency,
        HeldOn = consultation.HeldOn,
        DayUnknown = consultation.DayUnknown,
        StartsAt = consultation.StartsAt,
        CompanyId = consultation.Participation.CompanyId,
        CompanyKo = consultation.Participation.Company.NameKo,
        CompanyEn = consultation.Participation.Company.NameEn,
        BuyerId = consultation.BuyerId,
        Buyer = consultation.Buyer.Name,
        StopKo = consultation.Stop!.CityKo,
        StopEn = consultation.Stop!.CityEn,
        Assessment = consultation.Assessment,
        Amount = consultation.Value!.Amount,
        Currency = consultation.Value!.Currency,
        BaseAmount = consultation.Value!.BaseAmount,
        Answer = consultation.Answer,
        Deals = consultation.Deals.OrderBy(deal => deal.Id)
            .Select(deal => new DealMark(deal.Id, deal.Stage, deal.State, deal.Tier, deal.ContractAmount, deal.ContractCurrency, deal.ContractBase, deal.IsAtLeast, deal.WithoutRate, deal.ExpectedOn)).ToList(),
        NextStep = consultation.NextStep,
        NextStepDueOn = consultation.NextStepDueOn,
        NextStepDoneOn = consultation.NextStepDoneOn,
    };
}
