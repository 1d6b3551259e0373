using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

[Route("missions/{missionId:long}/participations")]
public sealed class ParticipationsController(TradeDbContext db) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long missionId, string? q, CancellationToken cancellation) =>
        await AddCompaniesPage.OfAsync(db, missionId, q, new AddCompaniesForm { SubmissionId = Guid.NewGuid() }, cancellation) is { } page ? View(page) : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Add(long missionId, string? q, AddCompaniesForm form, CancellationToken cancellation)
    {
        if (await db.Missions.FindAsync([missionId], cancellation) is not { } mission)
        {
            return NotFound();
        }

        form.Mission = mission;
        if (!await IsValidAsync(form, cancellation))
        {
            return View("New", await AddCompaniesPage.OfAsync(db, missionId, q, form, cancellation));
        }

        var ids = form.Companies.Distinct().ToList();
        var there = await db.Participations.Where(participation => participation.MissionId == missionId && ids.Contains(participation.CompanyId))
            .Select(participation => participation.CompanyId).ToListAsync(cancellation);
        foreach (var id in ids.Except(there))
        {
            var participation = new Participation { MissionId = missionId, CompanyId = id };
            participation.Decide(form.Status!.Value);
            db.Participations.Add(participation);
        }

        db.SubmitOnce(form.SubmissionId, mission);
        db.Reason = form.Reason;
        await db.SaveChangesAsync(cancellation);
        return Done($"/missions/{missionId}#companies", "Missions.CompaniesAdded", ids.Count - there.Count);
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long missionId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, id, cancellation) is { } participation ? View("ParticipationForm", ParticipationForm.Of(participation)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long missionId, long id, ParticipationForm form, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, id, cancellation) is not { } participation)
        {
            return NotFound();
        }

        (form.Participation, form.Mission) = (participation, participation.Mission);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("ParticipationForm", form);
        }

        if (form.Version != participation.Version)
        {
            return await ShowBothAsync(form, ParticipationForm.Of(participation), participation, $"/missions/{missionId}#companies", cancellation);
        }

        form.Apply(participation);
        db.Reason = form.Reason;
        return await SaveEditAsync(form, participation, ParticipationForm.Of, $"/missions/{missionId}#companies", cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long missionId, long id, CancellationToken cancellation) =>
        await FindAsync(missionId, id, cancellation) is { } participation ? View("Delete", await HangingAsync(participation, cancellation)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long missionId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(missionId, id, cancellation) is not { } participation)
        {
            return NotFound();
        }

        var page = await HangingAsync(participation, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.Participations.Remove(participation);
        await db.SaveChangesAsync(cancellation);
        return Deleted($"/missions/{missionId}#companies", page.Name);
    }

    private Task<Participation?> FindAsync(long missionId, long id, CancellationToken cancellation) =>
        db.Participations.Include(participation => participation.Mission).Include(participation => participation.Company)
            .FirstOrDefaultAsync(participation => participation.Id == id && participation.MissionId == missionId, cancellation);

    private async Task<DeletePage> HangingAsync(Participation participation, CancellationToken cancellation)
    {
        var hanging = new List<DeletePage.Hang>();
        if (participation.Mission.Status == MissionStatus.Closed)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Missions.ClosedKeepsParts"), null));
        }

        if (await db.Consultations.CountAsync(consultation => consultation.ParticipationId == participation.Id, cancellation) is > 0 and var consultations)
        {
            hanging.Add(new DeletePage.Hang(
                Texts.Get("Missions.HangingConsultations", consultations), $"/missions/{participation.MissionId}/consultations?company={participation.CompanyId}"));
        }

        if (await db.ConfirmationRequests.AnyAsync(request => request.ParticipationId == participation.Id, cancellation))
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Confirmations.HasRequests"), $"/missions/{participation.MissionId}/confirmations"));
        }

        if (await db.Participations.IgnoreQueryFilters().AnyAsync(merged => merged.MergedIntoId == participation.Id, cancellation))
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Merging.HangingParticipation"), $"/companies/{participation.CompanyId}#merges"));
        }

        return new DeletePage("Missions", Show.Name(participation.Company.NameKo, participation.Company.NameEn), $"/missions/{participation.MissionId}#companies", hanging);
    }
}
