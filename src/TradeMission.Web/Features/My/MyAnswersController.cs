using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.My;

/// <summary>A company confirms or disputes its figures, and takes an answer back.</summary>
[Route("my")]
public sealed class MyAnswersController(TradeDbContext db, CurrentUser user, Office office, Answering answering) : TradeController
{
    [HttpPost("missions/{id:long}/answers")]
    public async Task<IActionResult> Answer(long id, AnswerForm form, CancellationToken cancellation)
    {
        var participation = await db.OwnParticipationsOf(user).Where(participation => participation.MissionId == id).Select(participation => (long?)participation.Id).FirstOrDefaultAsync(cancellation);
        if (participation is null)
        {
            return NotFound();
        }

        var answered = await answering.AnswerAsync(participation.Value, form.ReadInto(ModelState), user.AsAuthor(db.Clock), false, cancellation);
        if (answered is > 0)
        {
            return Done($"/my/missions/{id}#figures", "Confirmations.Thanks", answered);
        }

        if (answered == 0)
        {
            ModelState.AddModelError("", Texts.Get("Confirmations.NothingAnswered"));
        }

        db.ChangeTracker.Clear();
        return await MyMission.OfAsync(db, user, id, office.Today, cancellation, form) is { } page ? View("/Features/My/Mission.cshtml", page) : NotFound();
    }

    [HttpPost("answers/{id:long}/withdrawal")]
    public async Task<IActionResult> Withdraw(long id, CancellationToken cancellation)
    {
        var own = db.Consultations.VisibleTo(user);
        var mission = await db.FigureAnswers.Where(answer => answer.Id == id && own.Any(consultation => consultation.Id == answer.ConsultationId))
            .Select(answer => (long?)answer.Consultation.MissionId).FirstOrDefaultAsync(cancellation);
        if (mission is null)
        {
            return NotFound();
        }

        await answering.WithdrawAsync(id, user.AsAuthor(db.Clock), cancellation);
        return Done($"/my/missions/{mission}#figures", "Confirmations.AnswerTakenBack");
    }
}
