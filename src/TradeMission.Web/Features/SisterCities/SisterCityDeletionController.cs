using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>A sister city is deleted only while no mission, exchange or buyer refers to it; its contacts go with it.</summary>
[Route("sister-cities/{id:long}/delete")]
public sealed class SisterCityDeletionController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } city ? View("Delete", await HangingAsync(city, cancellation)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Confirm(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } city)
        {
            return NotFound();
        }

        var page = await HangingAsync(city, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.SisterCities.Remove(city);
        await db.SaveChangesAsync(cancellation);
        return Deleted("/sister-cities", page.Name);
    }

    private Task<SisterCity?> FindAsync(long id, CancellationToken cancellation) =>
        db.SisterCities.Include(city => city.Contacts).FirstOrDefaultAsync(city => city.Id == id, cancellation);

    private async Task<DeletePage> HangingAsync(SisterCity city, CancellationToken cancellation)
    {
        var hanging = new List<DeletePage.Hang>();
        var here = $"/sister-cities/{city.Id}";
        Add(
            await db.Missions.CountAsync(mission => mission.Stops.Any(stop => stop.SisterCityId == city.Id) || mission.CoHosts.Any(host => host.SisterCityId == city.Id), cancellation),
            "SisterCities.HangingMissions", $"{here}#missions");
        Add(await db.Exchanges.CountAsync(exchange => exchange.SisterCityId == city.Id, cancellation), "SisterCities.HangingExchanges", $"{here}#exchanges");
        Add(await db.Buyers.CountAsync(buyer => buyer.IntroducedBySisterCityId == city.Id, cancellation), "SisterCities.HangingBuyers", $"/buyers?sisterCity={city.Id}");
        return new DeletePage("SisterCities", Show.Name(city.NameKo, city.NameEn), here, hanging);

        void Add(int count, string text, string address)
        {
            if (count > 0)
            {
                hanging.Add(new DeletePage.Hang(Texts.Get(text, count), address));
            }
        }
    }
}
