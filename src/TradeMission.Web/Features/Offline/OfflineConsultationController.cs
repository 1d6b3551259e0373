using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Offline;

/// <summary>Where devices send what was logged without a network.</summary>
[Route("api/consultations")]
public sealed class OfflineConsultationController(ConsultationSending sending) : TradeController
{
    /// <summary>Far more than the longest texts need.</summary>
    private const int LargestBody = 256 * 1024;

    /// <summary>Records the consultation, once. The same body has the same answer; another one needs the version that it replaces.</summary>
    [HttpPut("{clientId:guid}")]
    [RequestSizeLimit(LargestBody)]
    public async Task<IActionResult> Put(Guid clientId, CancellationToken cancellation)
    {
        if (!Request.HasJsonContentType())
        {
            return StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        SentConsultation? sent;
        try
        {
            sent = await JsonSerializer.DeserializeAsync<SentConsultation>(Request.Body, SentConsultation.Json, cancellation);
        }
        catch (JsonException wrong)
        {
            return Refused([new Remark(FieldOf(wrong.Path), Texts.Get("Shared.BadInput"))], []);
        }

        if (sent?.ClientId != clientId)
        {
            return Refused([new Remark(nameof(sent.ClientId), Texts.Get("Shared.BadInput"))], []);
        }

        var outcome = await sending.SendAsync(sent, cancellation);
        if (outcome.Conflict is { } conflict)
        {
            return Answer(StatusCodes.Status409Conflict, conflict);
        }

        return outcome.Id is { } id
            ? Answer(StatusCodes.Status200OK, new { Id = id, outcome.Version, Warnings = outcome.Recording.Warnings.Select(Said) })
            : Refused(outcome.Recording.Problems, outcome.Recording.Same);
    }

    private static JsonResult Refused(IReadOnlyList<Remark> problems, IReadOnlyList<ConsultationRow> same)
    {
        var all = problems.Count == 0 && same.Count > 0 ? [new Remark(nameof(ConsultationInput.ConfirmDuplicate), Texts.Get("Consultations.SameDay"))] : problems;
        return Answer(StatusCodes.Status422UnprocessableEntity, new { Problems = all.Select(Said), Same = same.Select(row => new { row.Id, Time = Show.Time(row.StartsAt), row.Buyer }) });
    }

    private static object Said(Remark remark) => new { Field = JsonNamingPolicy.CamelCase.ConvertName(remark.Field), remark.Message };

    /// <summary>$.heldOn, as the parser names it.</summary>
    private static string FieldOf(string? path) => path is { Length: > 2 } ? path[2..] : "";

    private static JsonResult Answer(int status, object body) => new(body, SentConsultation.Json) { StatusCode = status };
}
