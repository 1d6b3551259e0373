using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Imports;

/// <summary>A spreadsheet that has been read: what would become of it, corrected in place, confirmed or thrown away. It exists for its sender alone.</summary>
[Route("imports/drafts/{key:guid}")]
public sealed class ImportDraftsController(TradeDbContext db, Importing importing, ImportWatch watch, CurrentUser user) : TradeController
{
    /// <param name="only">A <see cref="RowState"/>, or all.</param>
    [HttpGet("")]
    public async Task<IActionResult> Preview(Guid key, string? only, int? page, int? edit, CancellationToken cancellation) =>
        await FindAsync(key, cancellation) is { } draft ? await PageAsync(draft, only, page, edit, cancellation) : await GoneAsync(key, cancellation);

    [HttpPost("")]
    [RequestFormLimits(ValueCountLimit = 10_000)]
    public async Task<IActionResult> Correct(Guid key, string? only, int? page, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } draft)
        {
            return await GoneAsync(key, cancellation);
        }

        var content = ImportContent.Read(draft.Content);
        Apply(draft.Kind, content);
        draft.Content = content.Write();
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Done($"/imports/drafts/{key}", "Imports.CorrectedElsewhere");
        }

        return LocalRedirect($"/imports/drafts/{key}?only={Uri.EscapeDataString(only ?? "")}&page={page ?? 1}");
    }

    [HttpPost("confirmation")]
    public async Task<IActionResult> Confirm(Guid key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } draft)
        {
            return await GoneAsync(key, cancellation);
        }

        db.ChangeTracker.Clear();
        if (await importing.ConfirmAsync(draft, cancellation) is { } import)
        {
            return Done($"/imports/{import.Id}", "Imports.Done", Show.Number(import.Rows));
        }

        db.ChangeTracker.Clear();
        if (await importing.EarlierAsync(draft.Fingerprint, cancellation) is { } earlier)
        {
            return Done($"/imports/{earlier.Id}", "Imports.SameAgain");
        }

        Response.StatusCode = StatusCodes.Status409Conflict;
        TempData["Done"] = Texts.Get("Imports.NotDone");
        return await PageAsync(draft, null, null, null, cancellation);
    }

    [HttpPost("removal")]
    public async Task<IActionResult> Remove(Guid key, CancellationToken cancellation)
    {
        if (await FindAsync(key, cancellation) is not { } draft)
        {
            return await GoneAsync(key, cancellation);
        }

        db.ImportDrafts.Remove(draft);
        await db.SaveChangesAsync(cancellation);
        return Done(TargetOf(draft).List, "Imports.ThrownAway");
    }

    /// <summary>How far the work on a draft has come; nothing where none is being done.</summary>
    [HttpGet("progress")]
    [ResponseCache(NoStore = true)]
    public IActionResult Progress(Guid key) => watch.Find(key, user.Id) is { } progress
        ? Json(new { Text = Texts.Of(progress.Stage), progress.Done, progress.Total })
        : NoContent();

    private async Task<IActionResult> PageAsync(ImportDraft draft, string? only, int? page, int? edit, CancellationToken cancellation)
    {
        var content = ImportContent.Read(draft.Content);
        var plan = await importing.PlanAsync(draft, content, cancellation);
        var state = Enum.TryParse<RowState>(only, true, out var asked) && Enum.IsDefined(asked) && plan.Count(asked) > 0 ? asked
            : only == "all" ? (RowState?)null
            : plan.Count(RowState.Problem) > 0 ? RowState.Problem
            : plan.Count(RowState.Question) > 0 ? RowState.Question
            : null;
        return View("Draft", new DraftPage(draft, TargetOf(draft), content, plan, state, page ?? 1, edit));
    }

    /// <summary>Cells, choices and marks of the rows that the page showed; what it did not show stays as it is.</summary>
    private void Apply(ImportKind kind, ImportContent content)
    {
        var places = ImportColumns.Of(kind).Index().ToDictionary(column => column.Item.Name, column => column.Index);
        var rows = content.Rows.ToDictionary(row => row.Number);
        foreach (var (field, typed) in Request.Form)
        {
            var parts = field.Split('-', 3);
            if (parts.Length < 2 || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !rows.TryGetValue(number, out var row))
            {
                continue;
            }

            // A box stands after a hidden "false" of the same name.
            var value = typed[^1] ?? "";
            switch (parts[0])
            {
                case "cell" when parts.Length == 3 && places.TryGetValue(parts[2], out var place) && value.Length <= Infrastructure.Spreadsheets.SheetLimits.Usual.CellLength:
                    row.Cells[place] = SearchText.Stored(value) ?? "";
                    break;
                case "out":
                    row.IsLeftOut = value == "true";
                    break;
                case "another":
                    row.IsAnother = value == "true";
                    break;
                case "choice" when value.Length > 0 && Request.Form[$"asked-{number}"] is [{ Length: > 0 } asked]:
                    content.Choices[asked] = value;
                    break;
            }
        }
    }

    /// <summary>A draft that has been confirmed leads to what it became.</summary>
    private async Task<IActionResult> GoneAsync(Guid key, CancellationToken cancellation) =>
        await db.Imports.Where(import => import.Key == key).Select(import => (long?)import.Id).FirstOrDefaultAsync(cancellation) is { } id ? LocalRedirect($"/imports/{id}") : NotFound();

    private static ImportTarget TargetOf(ImportDraft draft) => new(draft.Kind, draft.Mission is { } mission
        ? new MissionHead(mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn, mission.StartsOn, mission.EndsOn, mission.BaseCurrency, mission.Status) : null);

    private Task<ImportDraft?> FindAsync(Guid key, CancellationToken cancellation) =>
        db.ImportDrafts.Include(draft => draft.Mission).FirstOrDefaultAsync(draft => draft.Key == key && draft.UserId == user.Id, cancellation);
}
