using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Rates of a day from a public service; they go the way of an import.</summary>
[Route("admin/rates/service")]
public sealed class RateServiceController(TradeDbContext db, IRateService service, RateImport import, Office office) : TradeController
{
    [HttpGet("")]
    public IActionResult New() => service.IsOffered ? View("Fetch", new RateFetchForm { On = office.Today }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Fetch(RateFetchForm form, CancellationToken cancellation)
    {
        if (!service.IsOffered)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return View("Fetch", form);
        }

        var bases = await db.Missions.Select(mission => mission.BaseCurrency).Distinct().OrderBy(code => code).ToListAsync(cancellation);
        var answer = await service.AskAsync(form.On!.Value, [.. bases.Prepend(RateReading.UsualBase).Distinct()], cancellation);
        if (answer.Fault is { } fault)
        {
            ModelState.AddModelError("", answer.Status is { } status ? $"{Texts.Of(fault)} (HTTP {status})" : Texts.Of(fault));
            return View("Fetch", form);
        }

        var text = RateCsv.Write(answer.Rates);
        return View("Preview", new RatePreview(await import.PlanAsync(text, cancellation), text, null, 1, false));
    }
}
