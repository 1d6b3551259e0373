using System.Linq.Expressions;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Deals;

/// <summary>What the address of the list of deals says: ?q=&amp;mission=&amp;company=&amp;stop=&amp;sisterCity=&amp;year=&amp;currency=&amp;stage=&amp;state=&amp;tier=&amp;moved=&amp;news=&amp;owner=&amp;sort=&amp;page=.</summary>
public sealed class DealSearch
{
    public const int DueWithinDays = 14;

    public string? Q { get; set; }

    public long? Mission { get; set; }

    public long? Company { get; set; }

    public long? Stop { get; set; }

    public long? SisterCity { get; set; }

    /// <summary>In which the mission starts.</summary>
    public int? Year { get; set; }

    /// <summary>The mission's base currency: figures of different ones are never added up.</summary>
    public string? Currency { get; set; }

    public DealStage? Stage { get; set; }

    public DealState? State { get; set; }

    public EvidenceTier? Tier { get; set; }

    /// <summary>Money or goods that moved at this stage.</summary>
    public DealStage? Moved { get; set; }

    public NewsFilter? News { get; set; }

    /// <summary>Who follows it up, as stored.</summary>
    public string? Owner { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public bool IsFiltered => this is not { Q: null, Mission: null, Company: null, Stop: null, SisterCity: null, Year: null, Currency: null, Stage: null, State: null, Tier: null, Moved: null, News: null, Owner: null };

    public IQueryable<Deal> Deals(TradeDbContext db, DateOnly today)
    {
        var deals = db.Deals.AsQueryable();
        if (SearchText.Fold(Q).Length > 0)
        {
            var found = db.Consultations.ContainingInAll(db, Q).Select(consultation => consultation.Id);
            deals = deals.Where(deal => found.Contains(deal.ConsultationId));
        }

        deals = Mission is { } mission ? deals.Where(deal => deal.MissionId == mission) : deals;
        deals = Company is { } company ? deals.Where(deal => deal.Consultation.Participation.CompanyId == company) : deals;
        deals = Stop is { } stop ? deals.Where(deal => (deal.Consultation.StopId ?? 0) == stop) : deals;
        deals = SisterCity is { } city ? deals.Where(deal => deal.Consultation.Stop!.SisterCityId == city) : deals;
        deals = string.IsNullOrEmpty(Currency) ? deals : deals.Where(deal => deal.Mission.BaseCurrency == Currency);
        deals = Stage is { } stage ? deals.Where(deal => deal.Stage == stage) : deals;
        deals = State is { } state ? deals.Where(deal => deal.State == state && deal.Stage != null) : deals;
        deals = Tier is { } tier ? deals.Where(deal => deal.Tier == tier) : deals;
        deals = Moved is { } moved ? deals.Where(deal => deal.Steps.Any(step => step.Stage == moved && !step.IsStruck && !step.IsWithdrawal)) : deals;
        deals = string.IsNullOrEmpty(Owner) ? deals : deals.Where(deal => deal.Owner == Owner);
        if (Year is { } year and > 0 and < 9999)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            deals = deals.Where(deal => deal.Mission.StartsOn >= first && deal.Mission.StartsOn <= last);
        }

        return OfNews(deals, today);
    }

    private IQueryable<Deal> OfNews(IQueryable<Deal> deals, DateOnly today)
    {
        var (quietSince, soon) = (today.AddDays(-Deal.QuietDays), today.AddDays(DueWithinDays));
        return News switch
        {
            NewsFilter.Quiet => deals.AwaitingNews().Where(deal => deal.LastNewsOn <= quietSince),
            NewsFilter.Due => deals.AwaitingNews().Where(deal => deal.DueOn <= soon),
            NewsFilter.Overdue => deals.AwaitingNews().Where(deal => deal.DueOn < today),
            NewsFilter.Asked => deals.AwaitingNews().Where(deal => deal.NewsRequests.Any(request => request.Letters > 0 && request.AskedOn > deal.LastNewsOn)),
            NewsFilter.NoAddress => deals.AwaitingNews().Where(deal => deal.NewsRequests.Any(request => request.AskedOn > deal.LastNewsOn) && deal.NewsRequests.All(request => request.Letters == 0 || request.AskedOn <= deal.LastNewsOn)),
            NewsFilter.RateMissing => deals.Where(deal => deal.WithoutRate > 0),
            _ => deals,
        };
    }

    public IQueryable<Deal> Ordered(IQueryable<Deal> deals)
    {
        var key = KeyOf(Sort?.TrimStart('-'));
        return key is null ? deals.OrderByDescending(deal => deal.LastNewsOn).ThenByDescending(deal => deal.Id)
            : Sort!.StartsWith('-') ? deals.OrderByDescending(key).ThenByDescending(deal => deal.Id)
            : deals.OrderBy(key).ThenBy(deal => deal.Id);
    }

    private static Expression<Func<Deal, object?>>? KeyOf(string? sort) => sort switch
    {
        "company" when Show.IsKorean => deal => deal.Consultation.Participation.Company.NameKo,
        "company" => deal => deal.Consultation.Participation.Company.NameEn ?? deal.Consultation.Participation.Company.NameKo,
        "buyer" => deal => deal.Consultation.Buyer.Name,
        "amount" => deal => deal.ContractBase,
        "due" => deal => deal.DueOn ?? DateOnly.MaxValue,
        "news" => deal => deal.LastNewsOn,
        _ => null,
    };
}
