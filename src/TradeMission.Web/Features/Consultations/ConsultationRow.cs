using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Features.Consultations;

/// <summary>One line of a list of consultations: <c>db.Consultations.Where(…).ToRowsAsync(db, cancellation)</c>.</summary>
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

    public required string CompanyKo { get; init; }

    public required string? CompanyEn { get; init; }

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
    public IReadOnlyList<DealMark> Deals { get; set; } = [];

    public required string? NextStep { get; init; }

    public required DateOnly? NextStepDueOn { get; init; }

    public required DateOnly? NextStepDoneOn { get; init; }

    /// <summary>계약추진액 of its open deals in the base currency; null where there is none or every rate is missing.</summary>
    public decimal? ContractBaseAmount => Deals.Any(deal => deal is { Counts: true, BaseAmount: not null }) ? Deals.Where(deal => deal.Counts).Sum(deal => deal.BaseAmount ?? 0m) : null;

    public bool IsOverdue(DateOnly today) => NextStep is not null && NextStepDoneOn is null && NextStepDueOn < today;

    /// <summary>Without <see cref="Deals"/>, which are cheaper to read for a page of rows together: <see cref="ConsultationRows"/>.</summary>
    public static Expression<Func<Consultation, ConsultationRow>> Alone { get; } = consultation => new ConsultationRow
    {
        Id = consultation.Id,
        MissionId = consultation.MissionId,
        MissionReference = consultation.Mission.Reference,
        BaseCurrency = consultation.Mission.BaseCurrency,
        HeldOn = consultation.HeldOn,
        DayUnknown = consultation.DayUnknown,
        StartsAt = consultation.StartsAt,
        CompanyKo = consultation.Participation.Company.NameKo,
        CompanyEn = consultation.Participation.Company.NameEn,
        Buyer = consultation.Buyer.Name,
        StopKo = consultation.Stop!.CityKo,
        StopEn = consultation.Stop!.CityEn,
        Assessment = consultation.Assessment,
        Amount = consultation.Value!.Amount,
        Currency = consultation.Value!.Currency,
        BaseAmount = consultation.Value!.BaseAmount,
        Answer = consultation.Answer,
        NextStep = consultation.NextStep,
        NextStepDueOn = consultation.NextStepDueOn,
        NextStepDoneOn = consultation.NextStepDoneOn,
    };

    /// <summary>With its deals, for a file of any length that is written as it is read.</summary>
    public static Expression<Func<Consultation, ConsultationRow>> Whole { get; } = WithDeals(
        (MemberInitExpression)Alone.Body, consultation => consultation.Deals.OrderBy(deal => deal.Id).AsQueryable().Select(DealMark.Of).ToList());

    private static Expression<Func<Consultation, ConsultationRow>> WithDeals(MemberInitExpression row, Expression<Func<Consultation, IReadOnlyList<DealMark>>> deals)
    {
        var consultation = Alone.Parameters[0];
        var read = ReplacingExpressionVisitor.Replace(deals.Parameters[0], consultation, deals.Body);
        return Expression.Lambda<Func<Consultation, ConsultationRow>>(
            row.Update(row.NewExpression, row.Bindings.Append(Expression.Bind(typeof(ConsultationRow).GetProperty(nameof(Deals))!, read))), consultation);
    }
}
