using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Buyers;

[Route("buyers")]
public sealed class BuyersController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(BuyerSearch search, CancellationToken cancellation)
    {
        var buyers = search.Buyers(db, office.Today);
        var total = await buyers.CountAsync(cancellation);
        var consultations = await db.Consultations.CountAsync(consultation => buyers.Any(buyer => buyer.Id == consultation.BuyerId), cancellation);
        var found = await search.Ordered(search.Rows(db, office.Today)).PageAsync(search.Page, total, cancellation);
        var countries = await db.Buyers.Where(buyer => buyer.Country != null).Select(buyer => buyer.Country!).Distinct().ToListAsync(cancellation);
        return View(new BuyerList(
            search, found, consultations, office.Today,
            CountryNames.Choices().Where(item => countries.Contains(item.Value)).Selecting(search.Country),
            (await Choices.SisterCitiesAsync(db, cancellation)).Selecting(search.SisterCity)));
    }

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken cancellation) => FormAsync(new BuyerForm { Credit = Credit.Unknown, SubmissionId = Guid.NewGuid() }, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> Create(BuyerForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        var buyer = form.Create();
        db.Buyers.Add(buyer);
        db.SubmitOnce(form.SubmissionId, buyer);
        db.Reason = form.CreditReason;
        await db.SaveChangesAsync(cancellation);
        return Done($"/buyers/{buyer.Id}", "Shared.Created", buyer.Name);
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await BuyerPage.OfAsync(db, id, office.Today, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await db.Buyers.FindAsync([id], cancellation) is { } buyer ? await FormAsync(BuyerForm.Of(buyer), cancellation) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, BuyerForm form, CancellationToken cancellation)
    {
        if (await db.Buyers.FindAsync([id], cancellation) is not { } buyer)
        {
            return NotFound();
        }

        form.Stored = buyer;
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        if (form.Version != buyer.Version)
        {
            return await ShowBothAsync(form, BuyerForm.Of(buyer), buyer, $"/buyers/{id}", cancellation);
        }

        form.Apply(buyer);
        db.Reason = form.CreditReason;
        return await SaveEditAsync(form, buyer, BuyerForm.Of, $"/buyers/{id}", cancellation);
    }

    private async Task<IActionResult> FormAsync(BuyerForm form, CancellationToken cancellation)
    {
        ViewData["SisterCities"] = await Choices.SisterCitiesAsync(db, cancellation);
        return View("Form", form);
    }
}
