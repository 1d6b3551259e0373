using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.My;

/// <summary>A company's own results of one mission. Its sums are its participation's stored totals.</summary>
public sealed record MyMission(
    MyMission.Facts Mission, Figures Total, StageFigures Stages, IReadOnlyList<MyMission.Talk> Talks, IReadOnlyList<MyMission.BuyerRow> Buyers, FigurePage Figures, DateOnly Today)
{
    /// <summary>Open next steps, the earliest first, those without a date last.</summary>
    public IEnumerable<Talk> Steps => Talks.Where(talk => talk is { NextStep: not null, DoneOn: null }).OrderBy(talk => talk.DueOn is null).ThenBy(talk => talk.DueOn);

    /// <param name="Currency">Base currency of all sums.</param>
    public sealed record Facts(
        long Id, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, MissionStatus Status, string Currency,
        string CompanyKo, string? CompanyEn, string? ProductsShown);

    /// <summary>An amount as recorded; its value in the base currency is null while its rate is missing.</summary>
    public sealed record Sum(decimal Amount, string Currency, decimal? BaseAmount);

    public sealed record Talk(
        long Id, DateOnly HeldOn, bool DayUnknown, string? StopKo, string? StopEn, long BuyerId, string Buyer, string? Country, string? City,
        Sum? Value, FigureState Answer, IReadOnlyList<DealMark> Deals, Assessment? Assessment, string? Products, string? NextStep, DateOnly? DueOn, DateOnly? DoneOn, string? Owner)
    {
        /// <summary>Of its open deals, in the base currency.</summary>
        public decimal Contract => Deals.Where(deal => deal.Counts).Sum(deal => deal.BaseAmount ?? 0);
    }


    public sealed record BuyerRow(string Name, string? Country, string? City, int Consultations, decimal Value, decimal Contract, int WithoutRate);

    /// <summary>Null where the mission does not exist or is not the company's own.</summary>
    public static async Task<MyMission?> OfAsync(TradeDbContext db, CurrentUser user, long id, DateOnly today, CancellationToken cancellation, AnswerForm? form = null)
    {
        var own = await db.OwnParticipationsOf(user).Where(participation => participation.MissionId == id)
            .Select(participation => new
            {
                participation.Id,
                Facts = new Facts(
                    participation.Mission.Id, participation.Mission.Reference, participation.Mission.TitleKo, participation.Mission.TitleEn, participation.Mission.StartsOn,
                    participation.Mission.EndsOn, participation.Mission.Status, participation.Mission.BaseCurrency, participation.Company.NameKo, participation.Company.NameEn,
                    participation.ProductsShown),
            })
            .FirstOrDefaultAsync(cancellation);
        if (own is null)
        {
            return null;
        }

        var total = await db.MissionTotals.AsNoTracking()
            .FirstOrDefaultAsync(total => total.MissionId == id && total.Scope == TotalScope.Participation && total.ScopeId == own.Id, cancellation);
        var read = await db.Consultations.VisibleTo(user).Where(consultation => consultation.ParticipationId == own.Id)
            .OrderBy(consultation => consultation.HeldOn).ThenBy(consultation => consultation.StartsAt).ThenBy(consultation => consultation.Id)
            .Select(consultation => new
            {
                consultation.Id,
                consultation.HeldOn,
                consultation.DayUnknown,
                StopKo = consultation.Stop!.CityKo,
                StopEn = consultation.Stop!.CityEn,
                consultation.BuyerId,
                Buyer = consultation.Buyer.Name,
                consultation.Buyer.Country,
                consultation.Buyer.City,
                Value = (decimal?)consultation.Value!.Amount,
                ValueCurrency = consultation.Value!.Currency,
                ValueBase = consultation.Value!.BaseAmount,
                consultation.Answer,
                Deals = consultation.Deals.OrderBy(deal => deal.Id)
                    .AsQueryable().Select(DealMark.Of).ToList(),
                consultation.Assessment,
                consultation.Products,
                consultation.NextStep,
                consultation.NextStepDueOn,
                consultation.NextStepDoneOn,
                consultation.NextStepOwner,
            })
            .ToListAsync(cancellation);
        List<Talk> talks = [.. read.Select(row => new Talk(
            row.Id, row.HeldOn, row.DayUnknown, row.StopKo, row.StopEn, row.BuyerId, row.Buyer, row.Country, row.City,
            row.Value is { } value ? new Sum(value, row.ValueCurrency, row.ValueBase) : null,
            row.Answer, row.Deals, row.Assessment, row.Products, row.NextStep, row.NextStepDueOn, row.NextStepDoneOn, row.NextStepOwner))];
        var tiers = await db.TierTotals.AsNoTracking().Where(total => total.MissionId == id && total.Scope == TotalScope.Participation && total.ScopeId == own.Id).ToListAsync(cancellation);
        var figures = new FigurePage(await AskedFigure.OfAsync(db, own.Id, cancellation), form ?? new AnswerForm(), $"/my/missions/{id}/answers", "/my/answers/{0}/withdrawal");
        return new MyMission(own.Facts, Shared.Figures.Of(total), StageFigures.Of(tiers), talks, BuyersOf(talks), figures, today);
    }

    private static List<BuyerRow> BuyersOf(List<Talk> talks) =>
        [.. talks.GroupBy(talk => talk.BuyerId).Select(group => new BuyerRow(
            group.First().Buyer, group.First().Country, group.First().City, group.Count(),
            group.Sum(talk => talk.Value?.BaseAmount ?? 0), group.Sum(talk => talk.Contract),
            group.Count(talk => talk.Value is { BaseAmount: null }) + group.Sum(talk => talk.Deals.Where(deal => deal.Counts).Sum(deal => deal.WithoutRate))))
            .OrderByDescending(buyer => buyer.Value).ThenBy(buyer => buyer.Name, StringComparer.Ordinal)];
}
