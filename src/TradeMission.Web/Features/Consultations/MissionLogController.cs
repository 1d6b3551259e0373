using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>A mission's log of consultations, and the fast page that adds to it.</summary>
[Route("missions/{missionId:long}/consultations")]
public sealed class MissionLogController(TradeDbContext db, Office office, ConsultationRecording recording) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(long missionId, ConsultationSearch search, CancellationToken cancellation) =>
        await FindAsync(missionId, cancellation) is { } mission ? View(await ConsultationList.OfAsync(db, mission, search, office.Today, cancellation)) : NotFound();

    [HttpGet("new")]
    public async Task<IActionResult> New(long missionId, EntryStart start, CancellationToken cancellation) =>
        await FindAsync(missionId, cancellation) is { } mission ? await FormAsync(mission, await ConsultationFormPage.StartAsync(db, mission, start, cancellation), [], cancellation) : NotFound();

    /// <summary>Saves and is ready for the next one; with <paramref name="find"/> it only looks for the buyer that was typed.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(long missionId, ConsultationForm form, bool find, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, cancellation) is not { } mission)
        {
            return NotFound();
        }

        if (find)
        {
            await form.SuggestAsync(db, cancellation);
            return await FormAsync(mission, form, [], cancellation);
        }

        var input = await form.ReadAsync(db, ModelState, cancellation);
        var outcome = ModelState.IsValid
            ? await recording.RecordAsync(missionId, input, RecordedFrom.Page, cancellation)
            : await recording.LookAtAsync(missionId, input, null, cancellation);
        form.Say(outcome, ModelState);
        if (outcome.Id is not { } id)
        {
            return await FormAsync(mission, form, outcome.Same, cancellation);
        }

        if (outcome.WasThere)
        {
            return Done($"/consultations/{id}", "Consultations.WasThere");
        }

        TempData["Done"] = string.Join(' ', outcome.Warnings.Select(warning => warning.Message).Prepend(Texts.Get("Consultations.Logged", form.BuyerName)));
        return LocalRedirect(NextAddress(missionId, form));
    }

    /// <summary>What the type-ahead of the entry page asks.</summary>
    [HttpGet("buyers")]
    public async Task<IActionResult> Buyers(long missionId, string? q, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, cancellation) is null)
        {
            return NotFound();
        }

        var found = await BuyerSuggestion.FindAsync(db, q, cancellation);
        return Json(found.Select(buyer => new { buyer.Id, buyer.Name, Marks = buyer.MarksFor(q), buyer.Detail, Credit = Texts.Of(buyer.Credit), Blocked = buyer.IsBlocked, Good = buyer.Credit == Domain.Buyers.Credit.Recommended }));
    }

    /// <summary>Company, stop, currency and unit stay; the day too, where it is not today.</summary>
    private static string NextAddress(long missionId, ConsultationForm form)
    {
        var kept = new Dictionary<string, string?>
        {
            ["participation"] = form.ParticipationId?.ToString(CultureInfo.InvariantCulture),
            ["stop"] = form.StopId?.ToString(CultureInfo.InvariantCulture),
            ["currency"] = form.ValueCurrency,
            ["unit"] = new Unit(form.AmountUnit ?? MoneyUnit.Usd, form.ValueCurrency ?? "").Name,
            ["day"] = form.StartsAt is null && form.HeldOn is { } day ? Show.Iso(day) : null,
        };
        return QueryHelpers.AddQueryString($"/missions/{missionId}/consultations/new", kept.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    private async Task<IActionResult> FormAsync(MissionHead mission, ConsultationForm form, IReadOnlyList<ConsultationRow> same, CancellationToken cancellation)
    {
        form.Page = await ConsultationFormPage.OfAsync(db, mission, form, null, same, cancellation);
        return View("New", form);
    }

    private Task<MissionHead?> FindAsync(long missionId, CancellationToken cancellation) =>
        db.Missions.Where(mission => mission.Id == missionId).Select(MissionHead.Of).FirstOrDefaultAsync(cancellation);
}
