using Microsoft.AspNetCore.Mvc;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>What a link in a mail leads to: one company's figures of one mission, to be answered once, without signing in. Mail programs that look at links answer nothing.</summary>
[Route("confirmations/{token}")]
public sealed class LinkController(TradeDbContext db, Asking asking, Answering answering) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Answer(string token, CancellationToken cancellation) =>
        await asking.FindAsync(token, cancellation) is { } link ? await PageAsync(link, token, new AnswerForm(), cancellation) : Gone();

    [HttpPost("")]
    [LimitedAttempts]
    public async Task<IActionResult> Send(string token, AnswerForm form, CancellationToken cancellation)
    {
        if (await asking.FindAsync(token, cancellation) is not { } link)
        {
            return Gone();
        }

        var author = new Author(null, link.Name, true, db.Clock.GetUtcNow().UtcDateTime);
        var answered = await answering.AnswerAsync(link.Request.ParticipationId, form.ReadInto(ModelState), author, link, cancellation);
        if (answered is null && !link.IsOpen(author.At))
        {
            return Gone();
        }

        if (answered is null or 0)
        {
            if (answered == 0)
            {
                ModelState.AddModelError("", Texts.Get("Confirmations.NothingAnswered"));
            }

            return await PageAsync(link, token, form, cancellation);
        }

        return View("Thanks", answered.Value);
    }

    private async Task<IActionResult> PageAsync(ConfirmationLink link, string token, AnswerForm form, CancellationToken cancellation)
    {
        ViewData["Link"] = link;
        Response.Headers.CacheControl = "no-store";
        return View("Link", new FigurePage(await AskedFigure.OfAsync(db, link.Request.ParticipationId, cancellation), form, $"/confirmations/{token}", null));
    }

    private ViewResult Gone()
    {
        Response.StatusCode = StatusCodes.Status410Gone;
        return View("Gone");
    }
}
