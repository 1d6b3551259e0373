using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

[Route("sister-cities/{sisterCityId:long}/exchanges")]
public sealed class ExchangesController(TradeDbContext db) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long sisterCityId, long? mission, CancellationToken cancellation) =>
        await db.SisterCities.FindAsync([sisterCityId], cancellation) is { } city
            ? await FormAsync(new ExchangeForm { City = city, MissionId = mission, SubmissionId = Guid.NewGuid() }, cancellation)
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(long sisterCityId, ExchangeForm form, CancellationToken cancellation)
    {
        form.City = await db.SisterCities.FindAsync([sisterCityId], cancellation);
        if (form.City is not { } city)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        db.Exchanges.Add(form.Create(sisterCityId));
        db.SubmitOnce(form.SubmissionId, city);
        await db.SaveChangesAsync(cancellation);
        return Done(ListOf(sisterCityId), "Shared.Saved");
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long sisterCityId, long id, CancellationToken cancellation) =>
        await FindAsync(sisterCityId, id, cancellation) is { } exchange ? await FormAsync(ExchangeForm.Of(exchange), cancellation) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long sisterCityId, long id, ExchangeForm form, CancellationToken cancellation)
    {
        if (await FindAsync(sisterCityId, id, cancellation) is not { } exchange)
        {
            return NotFound();
        }

        (form.City, form.ExchangeId) = (exchange.SisterCity, id);
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        if (form.Version != exchange.Version)
        {
            return await ShowBothAsync(form, ExchangeForm.Of(exchange), exchange, ListOf(sisterCityId), cancellation);
        }

        form.Apply(exchange);
        return await SaveEditAsync(form, exchange, ExchangeForm.Of, ListOf(sisterCityId), cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long sisterCityId, long id, CancellationToken cancellation) =>
        await FindAsync(sisterCityId, id, cancellation) is { } exchange ? View("Delete", PageOf(exchange)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long sisterCityId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(sisterCityId, id, cancellation) is not { } exchange)
        {
            return NotFound();
        }

        db.Exchanges.Remove(exchange);
        await db.SaveChangesAsync(cancellation);
        return Deleted(ListOf(sisterCityId), PageOf(exchange).Name);
    }

    private async Task<IActionResult> FormAsync(ExchangeForm form, CancellationToken cancellation)
    {
        ViewData["Missions"] = await Choices.MissionsAsync(db, cancellation);
        return View("ExchangeForm", form);
    }

    private Task<Exchange?> FindAsync(long sisterCityId, long id, CancellationToken cancellation) =>
        db.Exchanges.Include(exchange => exchange.SisterCity).FirstOrDefaultAsync(exchange => exchange.Id == id && exchange.SisterCityId == sisterCityId, cancellation);

    private static DeletePage PageOf(Exchange exchange) => new("SisterCities", $"{Texts.Of(exchange.Field)}: {exchange.Agreed}", ListOf(exchange.SisterCityId), []);

    private static string ListOf(long sisterCityId) => $"/sister-cities/{sisterCityId}#exchanges";
}
