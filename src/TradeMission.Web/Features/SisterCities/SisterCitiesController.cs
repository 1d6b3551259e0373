using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

[Route("sister-cities")]
public sealed class SisterCitiesController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(SisterCitySearch search, CancellationToken cancellation)
    {
        var total = await search.SisterCities(db).CountAsync(cancellation);
        var found = await search.Ordered(search.Rows(db, office.Today)).PageAsync(search.Page, total, cancellation);
        var countries = await db.SisterCities.Select(city => city.Country).Distinct().ToListAsync(cancellation);
        var regions = await db.SisterCities.Where(city => city.Region != null).Select(city => city.Region!).Distinct().OrderBy(region => region).ToListAsync(cancellation);
        return View(new SisterCityList(
            search, found,
            countries.Select(code => new SelectListItem(CountryNames.Of(code), code)).OrderBy(item => item.Text, StringComparer.CurrentCulture).Selecting(search.Country),
            regions.Select(region => new SelectListItem(region, region)).Selecting(search.Region),
            office.Today));
    }

    [HttpGet("new")]
    public IActionResult New() => View("Form", new SisterCityForm { Kind = SisterCityKind.Sister, SubmissionId = Guid.NewGuid() });

    [HttpPost("new")]
    public async Task<IActionResult> Create(SisterCityForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Form", form);
        }

        var city = form.Create();
        db.SisterCities.Add(city);
        db.SubmitOnce(form.SubmissionId, city);
        await db.SaveChangesAsync(cancellation);
        return Done($"/sister-cities/{city.Id}", "Shared.Created", Show.Name(city.NameKo, city.NameEn));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await SisterCityPage.OfAsync(db, id, office.Today, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await db.SisterCities.FindAsync([id], cancellation) is { } city ? View("Form", SisterCityForm.Of(city)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, SisterCityForm form, CancellationToken cancellation)
    {
        if (await db.SisterCities.FindAsync([id], cancellation) is not { } city)
        {
            return NotFound();
        }

        form.SisterCityId = id;
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Form", form);
        }

        if (form.Version != city.Version)
        {
            return await ShowBothAsync(form, SisterCityForm.Of(city), city, $"/sister-cities/{id}", cancellation);
        }

        form.Apply(city);
        return await SaveEditAsync(form, city, SisterCityForm.Of, $"/sister-cities/{id}", cancellation);
    }
}
