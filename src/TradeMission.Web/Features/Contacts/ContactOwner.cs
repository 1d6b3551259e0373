using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Contacts;

/// <summary>The company, buyer or sister city whose contact it is.</summary>
/// <param name="Section">Its room, for the menu and the trail above the page.</param>
/// <param name="Register">The first part of its address.</param>
public sealed record ContactOwner(Entity Record, string Section, string Register, string Name)
{
    public string Address => $"/{Register}/{Record.Id}";

    /// <summary>What the register is called.</summary>
    public string Heading => Texts.Get(Record switch { Company => "Shared.NavCompanies", Buyer => "Shared.NavBuyers", _ => "Shared.NavSisterCities" });

    public static async Task<ContactOwner?> FindAsync(TradeDbContext db, string register, long id, CancellationToken cancellation) => register switch
    {
        "companies" => await db.Companies.FindAsync([id], cancellation) is { } company ? new(company, "Companies", register, Show.Name(company.NameKo, company.NameEn)) : null,
        "buyers" => await db.Buyers.FindAsync([id], cancellation) is { } buyer ? new(buyer, "Buyers", register, buyer.Name) : null,
        "sister-cities" => await db.SisterCities.FindAsync([id], cancellation) is { } city ? new(city, "SisterCities", register, Show.Name(city.NameKo, city.NameEn)) : null,
        _ => null,
    };

    public Contact NewContact(string name) => new()
    {
        Name = name,
        CompanyId = Record is Company ? Record.Id : null,
        BuyerId = Record is Buyer ? Record.Id : null,
        SisterCityId = Record is SisterCity ? Record.Id : null,
    };

    /// <summary>One of this owner's contacts.</summary>
    public Task<Contact?> FindContactAsync(TradeDbContext db, long id, CancellationToken cancellation)
    {
        var own = Record.Id;
        return db.Contacts.FirstOrDefaultAsync(Record switch
        {
            Company => contact => contact.Id == id && contact.CompanyId == own,
            Buyer => contact => contact.Id == id && contact.BuyerId == own,
            _ => contact => contact.Id == id && contact.SisterCityId == own,
        }, cancellation);
    }
}
