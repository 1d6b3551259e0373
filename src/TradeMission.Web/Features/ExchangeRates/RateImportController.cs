using System.Text;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Rates from a file: read, shown line by line, and only then written.</summary>
[Route("admin/rates/import")]
public sealed class RateImportController(RateImport import) : TradeController
{
    [HttpGet("")]
    public IActionResult New() => View("Import", new RateImportForm());

    /// <summary>Also turns the pages of a preview, which carries its text along.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Preview(RateImportForm form, RateOutcome? only, int? page, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return View("Import", form);
        }

        var field = form.File is null ? nameof(form.Text) : nameof(form.File);
        if (await form.ReadAsync(cancellation) is not { } text)
        {
            ModelState.AddModelError(field, Texts.Of(RateFileFault.NotText));
            return View("Import", form);
        }

        var plan = await import.PlanAsync(text, cancellation);
        if (plan.File.FaultInWords is { } fault)
        {
            ModelState.AddModelError(field, fault);
            return View("Import", form);
        }

        return View("Preview", new RatePreview(plan, text, only, page ?? 1, false));
    }

    [HttpPost("confirmation")]
    public async Task<IActionResult> Confirm(string? text, string? shown, CancellationToken cancellation)
    {
        var read = RateText.Lines(text ?? "");
        var (plan, done) = await import.ConfirmAsync(read, shown, Texts.Get("ExchangeRates.ImportReason"), cancellation);
        if (done)
        {
            return Done("/admin/rates", "ExchangeRates.Imported", Show.Number(plan.Count(RateOutcome.New)), Show.Number(plan.Count(RateOutcome.Replaces)), Show.Number(plan.Count(RateOutcome.Refused)));
        }

        if (plan.File.FaultInWords is { } fault)
        {
            ModelState.AddModelError(nameof(RateImportForm.Text), fault);
            return View("Import", new RateImportForm { Text = read });
        }

        // Pressed twice: the first press has done it.
        if (plan.Writes == 0 && plan.Count(RateOutcome.Same) > 0)
        {
            return Done("/admin/rates", "ExchangeRates.AlreadyThere");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Preview", new RatePreview(plan, read, null, 1, true));
    }

    [HttpGet("template")]
    public IActionResult Template() =>
        File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(RateCsv.Write([]))], "text/csv", Texts.Get("ExchangeRates.TemplateName"));
}
