using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deleted;

/// <summary>What was deleted, and its undoing.</summary>
[Route("deleted")]
public sealed class DeletedController(TradeDbContext db, CurrentUser user) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? page, CancellationToken cancellation) => View("Index", await DeletedList.OfAsync(db, user, page, null, cancellation));

    [HttpPost("{id:long}/restoration")]
    public async Task<IActionResult> Restore(long id, CancellationToken cancellation)
    {
        if (await DeletedList.Restorable(db, user, db.Clock.GetUtcNow().UtcDateTime).FirstOrDefaultAsync(deleted => deleted.Id == id, cancellation) is not { } deleted)
        {
            return NotFound();
        }

        var name = Show.Name(deleted.Name, deleted.NameEn);
        var outcome = await new Restoration(db, db.KeepsIds).RestoreAsync(deleted, Texts.Get("Deleted.Reason", Show.Moment(deleted.DeletedAt)), cancellation);
        if (outcome.Record is { } record)
        {
            return Done(AddressOf(record), "Deleted.Restored", name);
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", await DeletedList.OfAsync(db, user, null, new DeletedList.Refusal(name, outcome.Refusal!.Value, outcome.Missing), cancellation));
    }

    /// <summary>Where the record is shown: a part on the page of its whole.</summary>
    private static string AddressOf(Entity record) => record switch
    {
        Stop stop => $"/missions/{stop.MissionId}#stops",
        HostSupport support => $"/missions/{support.Stop.MissionId}#stops",
        Participation participation => $"/missions/{participation.MissionId}#companies",
        StatedTotal stated => $"/missions/{stated.MissionId}#stated",
        Product product => $"/companies/{product.CompanyId}#products",
        Exchange exchange => $"/sister-cities/{exchange.SisterCityId}#exchanges",
        Contact { CompanyId: { } company } => $"/companies/{company}#contacts",
        Contact { BuyerId: { } buyer } => $"/buyers/{buyer}#contacts",
        Contact { SisterCityId: { } city } => $"/sister-cities/{city}#contacts",
        _ => RecordAddress.Of(AuditTrail.NameOf(record.GetType()), record.Id) ?? "/",
    };
}
