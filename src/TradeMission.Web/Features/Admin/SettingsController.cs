using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Data.Samples;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>How this portal is set up, and the reset of sample data where there is any.</summary>
[Route("admin/settings")]
public sealed class SettingsController(
    TradeDbContext db, UserManager<TradeUser> users, IConfiguration configuration, IHostEnvironment environment) : TradeController
{
    private SampleDataSettings? Samples => configuration.GetSection(SampleDataSettings.Section).Get<SampleDataSettings>();

    private bool MayReset => environment.IsDevelopment() && Samples is { Enabled: true };

    [HttpGet("")]
    public IActionResult Index() => View("Settings", new SettingsPage(
        environment.EnvironmentName,
        configuration["Database:Provider"] ?? "Sqlite",
        configuration["Mail:Smtp:Host"] is { Length: > 0 } host ? host : null,
        MayReset));

    /// <summary>Everything goes and the sample data comes back; only in Development.</summary>
    [HttpPost("sample-data")]
    public async Task<IActionResult> Reset(CancellationToken cancellation)
    {
        if (!MayReset)
        {
            return NotFound();
        }

        await SampleData.ResetAsync(db, users, Samples!.Password, cancellation);
        return Done("/account/sign-in", "Admin.ResetDone");
    }
}
