using System.Linq.Expressions;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Buyers;

/// <summary>What the address of the list of buyers says: ?q=&amp;country=&amp;credit=&amp;sisterCity=&amp;sort=&amp;page=.</summary>
public sealed class BuyerSearch
{
    public string? Q { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; set; }

    public CreditToday? Credit { get; set; }

    /// <summary>The sister city that introduced it.</summary>
    public long? SisterCity { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public bool IsFiltered => Q is not null || Country is not null || Credit is not null || SisterCity is not null;

    public IQueryable<Buyer> Buyers(TradeDbContext db, DateOnly today)
    {
        var buyers = db.Buyers.Containing(Q);
        if (Country is { } country)
        {
            buyers = buyers.Where(buyer => buyer.Country == country);
        }

        if (Credit is { } credit)
        {
            buyers = buyers.Of(credit, today);
        }

        if (SisterCity is { } city)
        {
            buyers = buyers.Where(buyer => buyer.IntroducedBySisterCityId == city);
        }

        return buyers;
    }

    public IQueryable<BuyerRow> Rows(TradeDbContext db, DateOnly today) => Buyers(db, today).Select(buyer => new BuyerRow
    {
        Id = buyer.Id,
        Name = buyer.Name,
        NameOther = buyer.NameOther,
        Country = buyer.Country,
        City = buyer.City,
        Interests = buyer.Interests,
        IntroducedBy = buyer.IntroducedBy,
        SisterCityKo = buyer.IntroducedBySisterCity!.NameKo,
        SisterCityEn = buyer.IntroducedBySisterCity!.NameEn,
        Credit = buyer.Credit,
        CreditExpiresOn = buyer.CreditExpiresOn,
        Consultations = db.Consultations.Count(consultation => consultation.BuyerId == buyer.Id),
        LastMetOn = db.Consultations.Where(consultation => consultation.BuyerId == buyer.Id && !consultation.DayUnknown && consultation.Assessment != Assessment.DidNotTakePlace)
            .Max(consultation => (DateOnly?)consultation.HeldOn),
    });

    public IQueryable<BuyerRow> Ordered(IQueryable<BuyerRow> rows)
    {
        var descending = Sort?.StartsWith('-') ?? false;
        return Sort?.TrimStart('-') switch
        {
            "country" => By(row => row.Country),
            "consultations" => By(row => row.Consultations),
            "met" => By(row => row.LastMetOn),
            _ => By(row => row.Name),
        };

        IQueryable<BuyerRow> By<TKey>(Expression<Func<BuyerRow, TKey>> key) =>
            descending ? rows.OrderByDescending(key).ThenByDescending(row => row.Id) : rows.OrderBy(key).ThenBy(row => row.Id);
    }
}
