using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Features.Admin;

/// <summary>Mail that went into the folder instead of to a server, in Development only: it holds links that open accounts.</summary>
[Route("admin/mail")]
public sealed class MailController(MailFolder folder, IHostEnvironment environment) : TradeController
{
    private const int Shown = 100;

    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellation) =>
        environment.IsDevelopment() ? View("Mails", await folder.LatestAsync(Shown, cancellation)) : NotFound();

    [HttpGet("{name}")]
    public async Task<IActionResult> Details(string name, CancellationToken cancellation) =>
        environment.IsDevelopment() && await folder.FindAsync(name, cancellation) is { } mail ? View("Mail", mail) : NotFound();
}
