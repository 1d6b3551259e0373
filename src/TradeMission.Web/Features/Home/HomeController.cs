using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Home;

/// <summary>Where everybody begins: the officer's day, and for others the page of their own work.</summary>
public sealed class HomeController(TradeDbContext db, Office office, CurrentUser user) : TradeController
{
    [HttpGet("/")]
    public async Task<IActionResult> Index(CancellationToken cancellation) => user switch
    {
        { IsOfficer: true } => View(await HomePage.OfAsync(db, office, cancellation)),
        { IsManager: true } => LocalRedirect("/dashboard"),
        { IsCompany: true } => LocalRedirect("/my"),
        _ => LocalRedirect("/admin/users"),
    };

    [HttpGet("/privacy")]
    public IActionResult Privacy() => View();

    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View();
}
