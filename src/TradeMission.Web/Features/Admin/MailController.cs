using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Features.Admin;

/// <summary>
/// What has become of letters; what they say is nobody's business here. Mail that went into the folder instead of to a server can be read in Development only: it holds
/// links that open accounts.
/// </summary>
[Route("admin/mail")]
public sealed class MailController(TradeDbContext db, MailFolder folder, IHostEnvironment environment) : TradeController
{
    private const int Shown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        View("Mails", new MailPage(await db.OutboxAsync(cancellation), environment.IsDevelopment() ? await folder.LatestAsync(Shown, cancellation) : null));

    [HttpGet("{name}")]
    public async Task<IActionResult> Details(string name, CancellationToken cancellation) =>
        environment.IsDevelopment() && await folder.FindAsync(name, cancellation) is { } mail ? View("Mail", mail) : NotFound();
}
