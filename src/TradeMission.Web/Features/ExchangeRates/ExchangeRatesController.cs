using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

[Route("admin/rates")]
public sealed class ExchangeRatesController(TradeDbContext db, Office office, MissingRates missing, IRateService service) : TradeController
{
    private const string Address = "/admin/rates";

    [HttpGet("")]
    public async Task<IActionResult> Index(RateSearch search, CancellationToken cancellation)
    {
        var rows = search.Rows(db);
        var currencies = await db.ExchangeRates.Select(rate => rate.Currency).Distinct().OrderBy(code => code).ToListAsync(cancellation);
        return View(new RateList(
            search,
            await rows.PageAsync(search.Page, await rows.CountAsync(cancellation), cancellation),
            [.. currencies.Select(code => new SelectListItem(code, code, code == search.Currency))],
            await missing.CountAsync(cancellation),
            service.IsOffered));
    }

    [HttpGet("new")]
    public IActionResult New(string? currency, string? against) =>
        View("Form", new RateForm { SubmissionId = Guid.NewGuid(), Currency = Currencies.Find(currency)?.Code, Against = Currencies.Find(against)?.Code ?? "USD", On = office.Today, Per = 1 });

    [HttpPost("new")]
    public async Task<IActionResult> Create(RateForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Form", form);
        }

        var rate = form.Create();
        db.ExchangeRates.Add(rate);
        db.SubmitOnce(form.SubmissionId, rate);
        return await IsSavedAsync(cancellation) ? Done(Address, "ExchangeRates.Added", rate.Currency, Show.DayShort(rate.On)) : View("Form", form);
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await db.ExchangeRates.FindAsync([id], cancellation) is { } rate ? View("Form", RateForm.Of(rate)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, RateForm form, CancellationToken cancellation)
    {
        if (await db.ExchangeRates.FindAsync([id], cancellation) is not { } rate)
        {
            return NotFound();
        }

        form.RateId = id;
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Form", form);
        }

        if (form.Version != rate.Version)
        {
            return await ShowBothAsync(form, RateForm.Of(rate), rate, Address, cancellation);
        }

        form.Apply(rate);
        try
        {
            return await IsSavedAsync(cancellation) ? Done(Address, "Shared.Saved") : View("Form", form);
        }
        catch (DbUpdateConcurrencyException)
        {
            await db.Entry(rate).ReloadAsync(cancellation);
            return db.Entry(rate).State == EntityState.Detached ? NotFound() : await ShowBothAsync(form, RateForm.Of(rate), rate, Address, cancellation);
        }
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellation) =>
        await db.ExchangeRates.FindAsync([id], cancellation) is { } rate ? View("Delete", new DeletePage("Rates", NameOf(rate), Address, [])) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long id, CancellationToken cancellation)
    {
        if (await db.ExchangeRates.FindAsync([id], cancellation) is not { } rate)
        {
            return NotFound();
        }

        db.ExchangeRates.Remove(rate);
        await db.SaveChangesAsync(cancellation);
        return Deleted(Address, NameOf(rate));
    }

    private static string NameOf(ExchangeRate rate) => $"{rate.Currency}/{rate.Against} {Show.DayShort(rate.On)}";

    /// <summary>One rate for a currency, against another, of a day: a second one is that field's error.</summary>
    private async Task<bool> IsSavedAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && db.IsDuplicate(exception))
        {
            ModelState.AddModelError(nameof(RateForm.On), Texts.Get("ExchangeRates.Twice"));
            return false;
        }
    }
}
