using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Consultations;

[Route("consultations")]
public sealed class ConsultationsController(TradeDbContext db, Office office, ConsultationRecording recording, CurrentUser user, FilterChoices choices) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(ConsultationSearch search, CancellationToken cancellation) =>
        View(await ConsultationList.OfAsync(db, choices, search, office.Today, cancellation));

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await ConsultationPage.OfAsync(db, user, id, office.Today, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } consultation ? await FormAsync(consultation, ConsultationForm.Of(consultation), [], cancellation) : NotFound();

    /// <summary>Saves; with <paramref name="find"/> it only looks for the buyer that was typed.</summary>
    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, ConsultationForm form, bool find, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        if (find)
        {
            await form.SuggestAsync(db, cancellation);
            return await FormAsync(consultation, form, [], cancellation);
        }

        var input = await form.ReadAsync(db, ModelState, cancellation);
        if (form.Version != consultation.Version && ModelState.IsValid)
        {
            return await ShowBothAsync(consultation, form, cancellation);
        }

        try
        {
            var outcome = ModelState.IsValid
                ? await recording.CorrectAsync(consultation, input, cancellation)
                : await recording.LookAtAsync(consultation.MissionId, input, consultation, cancellation);
            form.Say(outcome, ModelState);
            if (outcome.Id is null)
            {
                return await FormAsync(consultation, form, outcome.Same, cancellation);
            }

            TempData["Done"] = string.Join(' ', outcome.Warnings.Select(warning => warning.Message).Prepend(Texts.Get("Shared.Saved")));
            return LocalRedirect($"/consultations/{id}");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await FindAsync(id, cancellation) is { } now ? await ShowBothAsync(now, form, cancellation) : NotFound();
        }
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } consultation ? View("Delete", await DeletePageOfAsync(consultation, cancellation)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } consultation)
        {
            return NotFound();
        }

        var page = await DeletePageOfAsync(consultation, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.Consultations.Remove(consultation);
        await db.SaveChangesAsync(cancellation);
        return Deleted($"/missions/{consultation.MissionId}/consultations", page.Name);
    }

    private async Task<IActionResult> FormAsync(Consultation consultation, ConsultationForm form, IReadOnlyList<ConsultationRow> same, CancellationToken cancellation)
    {
        var mission = await db.Missions.Where(mission => mission.Id == consultation.MissionId).Select(MissionHead.Of).FirstAsync(cancellation);
        form.IsAnswered = consultation.Answer is FigureState.Confirmed or FigureState.Disputed;
        form.Page = await ConsultationFormPage.OfAsync(db, mission, form, consultation.Id, same, cancellation);
        return View("Edit", form);
    }

    /// <summary>Companies and stops by their names, as whoever compares knows them.</summary>
    private async Task<IActionResult> ShowBothAsync(Consultation consultation, ConsultationForm mine, CancellationToken cancellation)
    {
        var company = await db.Participations.Where(participation => participation.Id == mine.ParticipationId)
            .Select(participation => new { participation.Company.NameKo, participation.Company.NameEn }).FirstOrDefaultAsync(cancellation);
        var stop = await db.Stops.Where(stop => stop.Id == mine.StopId).Select(stop => new { stop.CityKo, stop.CityEn }).FirstOrDefaultAsync(cancellation);
        (mine.CompanyShown, mine.StopShown) = (Show.Name(company?.NameKo, company?.NameEn), Show.Name(stop?.CityKo, stop?.CityEn));
        return await ShowBothAsync(mine, ConsultationForm.Of(consultation), consultation, $"/consultations/{consultation.Id}", cancellation);
    }

    private async Task<DeletePage> DeletePageOfAsync(Consultation consultation, CancellationToken cancellation) => new(
        "Consultations",
        $"{Show.Name(consultation.Participation.Company.NameKo, consultation.Participation.Company.NameEn)} × {consultation.Buyer.Name}, {Show.DayShort(consultation.HeldOn)}",
        $"/consultations/{consultation.Id}",
        [
            .. consultation.Mission.TakesConsultations ? Array.Empty<DeletePage.Hang>() : [new DeletePage.Hang(Texts.Get("Consultations.MissionTakesNone"), $"/missions/{consultation.MissionId}")],
            .. consultation.Deals.Select(deal => new DeletePage.Hang(Texts.Get("Deals.Numbered", deal.Id), $"/consultations/{consultation.Id}#deal-{deal.Id}")),
            .. !await db.FigureAnswers.AnyAsync(answer => answer.ConsultationId == consultation.Id, cancellation)
                ? Array.Empty<DeletePage.Hang>() : [new DeletePage.Hang(Texts.Get("Confirmations.HasAnswers"), $"/missions/{consultation.MissionId}/confirmations")],
        ]);

    private Task<Consultation?> FindAsync(long id, CancellationToken cancellation) => db.Consultations
        .Include(consultation => consultation.Mission).Include(consultation => consultation.Stop).Include(consultation => consultation.Buyer)
        .Include(consultation => consultation.Participation).ThenInclude(participation => participation.Company).Include(consultation => consultation.Deals)
        .FirstOrDefaultAsync(consultation => consultation.Id == id, cancellation);
}
