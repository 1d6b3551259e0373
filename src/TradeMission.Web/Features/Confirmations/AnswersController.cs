using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>What the officer makes of a company's answer.</summary>
[Route("answers/{id:long}")]
public sealed class AnswersController(TradeDbContext db, CurrentUser user, Answering answering) : TradeController
{
    /// <summary>Takes the proposed figure over; the reason stands with the correction.</summary>
    [HttpPost("acceptance")]
    public async Task<IActionResult> Accept(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } back)
        {
            return NotFound();
        }

        var refusal = await answering.AcceptAsync(id, Texts.Get("Confirmations.AcceptReason"), user.AsAuthor(db.Clock), cancellation);
        TempData[refusal is null ? "Done" : "Wrong"] = refusal ?? Texts.Get("Confirmations.Accepted");
        return LocalRedirect(back);
    }

    [HttpPost("reply")]
    public async Task<IActionResult> Reply(long id, string? reply, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } back)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reply) || reply.Length > 1000)
        {
            TempData["Wrong"] = Texts.Get("Confirmations.ReplyMissing", 1000);
            return LocalRedirect(back);
        }

        await answering.ReplyAsync(id, reply.Trim(), user.AsAuthor(db.Clock), cancellation);
        return Done(back, "Confirmations.Replied");
    }

    private async Task<string?> FindAsync(long id, CancellationToken cancellation)
    {
        var mission = await db.FigureAnswers.Where(answer => answer.Id == id).Select(answer => (long?)answer.Consultation.MissionId).FirstOrDefaultAsync(cancellation);
        return mission is null ? null : $"/missions/{mission}/confirmations#disputes";
    }
}
