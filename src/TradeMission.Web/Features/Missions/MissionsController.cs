using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

[Route("missions")]
public sealed class MissionsController(TradeDbContext db, Office office) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(MissionSearch search, CancellationToken cancellation)
    {
        var rows = search.Rows(db);
        var sums = await rows.GroupBy(row => row.Currency).OrderBy(group => group.Key)
            .Select(group => new MissionList.Sum(
                group.Key, group.Count(), group.Sum(row => row.Companies), group.Sum(row => row.Consultations), group.Sum(row => row.ConsultationValue), group.Sum(row => row.ContractValue)))
            .ToListAsync(cancellation);
        var found = await search.Ordered(rows).PageAsync(search.Page, sums.Sum(sum => sum.Missions), cancellation);
        var years = await db.Missions.Select(mission => mission.StartsOn.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation);
        var regions = await db.Missions.Select(mission => mission.Region).Distinct().OrderBy(region => region).ToListAsync(cancellation);
        return View(new MissionList(
            search, found, sums,
            [.. years.Select(year => new SelectListItem($"{year}", $"{year}", year == search.Year))],
            [.. regions.Select(region => new SelectListItem(region, region, region == search.Region))],
            (await Choices.SisterCitiesAsync(db, cancellation)).Selecting(search.SisterCity)));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellation) =>
        await FormAsync(new MissionForm { BaseCurrency = "USD", SubmissionId = Guid.NewGuid() }, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> Create(MissionForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        await using var turn = await db.BeginWriteAsync(cancellation);
        var mission = form.Create(await MissionReferences.NextAsync(db, form.StartsOn!.Value.Year, cancellation));
        db.Missions.Add(mission);
        db.SubmitOnce(form.SubmissionId, mission);
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return Done($"/missions/{mission.Id}", "Shared.Created", Show.Name(mission.TitleKo, mission.TitleEn));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await MissionPage.OfAsync(db, id, office.Today, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } mission ? await FormAsync(MissionForm.Of(mission), cancellation) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, MissionForm form, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } mission)
        {
            return NotFound();
        }

        (form.MissionId, form.Mission) = (id, mission);
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        var theirs = MissionForm.Of(mission);
        if (form.Version != mission.Version)
        {
            return await ShowBothAsync(form, theirs, mission, $"/missions/{id}", cancellation);
        }

        form.Apply(mission);
        db.Reason = form.Reason;
        return await SaveEditAsync(form, mission, MissionForm.Of, $"/missions/{id}", cancellation);
    }

    private async Task<IActionResult> FormAsync(MissionForm form, CancellationToken cancellation)
    {
        ViewData["SisterCities"] = await Choices.SisterCitiesAsync(db, cancellation);
        return View("Form", form);
    }

    private Task<Mission?> FindAsync(long id, CancellationToken cancellation) =>
        db.Missions.Include(mission => mission.CoHosts).FirstOrDefaultAsync(mission => mission.Id == id, cancellation);
}
