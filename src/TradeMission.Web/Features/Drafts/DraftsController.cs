using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Drafts;

/// <summary>One's own drafts of forms, by the form's path: js/draft.js keeps them while somebody types.</summary>
[Route("api/drafts")]
[ResponseCache(NoStore = true)]
public sealed class DraftsController(TradeDbContext db, CurrentUser user, Office office) : TradeController
{
    /// <summary>As many as one person can have begun in earnest; the oldest gives way.</summary>
    private const int Most = 50;

    private const int LargestRequest = 1024 * 1024;

    [HttpGet("")]
    public async Task<IActionResult> Show(string? address, CancellationToken cancellation)
    {
        if (await FindAsync(address, cancellation) is not { } draft)
        {
            return NoContent();
        }

        var fields = JsonSerializer.Deserialize<string[][]>(draft.Fields) ?? [];
        if (await WasSavedAsync(fields, cancellation))
        {
            await db.FormDrafts.ForgetAsync(user.Id, address, cancellation);
            return NoContent();
        }

        return Json(new { Fields = fields, Text = Texts.Get("Drafts.Offer", TimeOf(draft.At)) });
    }

    [HttpPut("")]
    [RequestSizeLimit(LargestRequest)]
    public async Task<IActionResult> Keep([FromBody] DraftInput input, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !input.IsSensible)
        {
            return UnprocessableEntity();
        }

        var at = db.Clock.GetUtcNow().UtcDateTime;
        var fields = JsonSerializer.Serialize(input.Kept);
        if (!await IsKeptAsync(input.Address!, fields, at, cancellation))
        {
            // Another tab was quicker to begin: now there is one to be changed.
            db.ChangeTracker.Clear();
            await IsKeptAsync(input.Address!, fields, at, cancellation);
        }

        return Json(new { Text = Texts.Get("Drafts.Saved", TimeOf(at)) });
    }

    [HttpDelete("")]
    public async Task<IActionResult> Discard(string? address, CancellationToken cancellation)
    {
        await db.FormDrafts.ForgetAsync(user.Id, address, cancellation);
        return NoContent();
    }

    private Task<FormDraft?> FindAsync(string? address, CancellationToken cancellation)
    {
        var oldest = db.Clock.GetUtcNow().UtcDateTime.AddDays(-FormDraft.Days);
        return db.FormDrafts.FirstOrDefaultAsync(draft => draft.UserId == user.Id && draft.Address == address && draft.At > oldest, cancellation);
    }

    private async Task<bool> IsKeptAsync(string address, string fields, DateTime at, CancellationToken cancellation)
    {
        if (await db.FormDrafts.FindAsync([user.Id, address], cancellation) is { } known)
        {
            (known.Fields, known.At) = (fields, at);
        }
        else
        {
            db.FormDrafts.RemoveRange(await db.FormDrafts.Where(draft => draft.UserId == user.Id).OrderByDescending(draft => draft.At).Skip(Most - 1).ToListAsync(cancellation));
            db.FormDrafts.Add(new FormDraft { UserId = user.Id, Address = address, Fields = fields, At = at });
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException wrong) when (wrong is DbUpdateConcurrencyException || db.IsDuplicate(wrong))
        {
            return false;
        }
    }

    /// <summary>A draft that was still on its way when its form was saved.</summary>
    private async Task<bool> WasSavedAsync(string[][] fields, CancellationToken cancellation) =>
        Guid.TryParse(fields.FirstOrDefault(field => field[0] == SubmitOnceFilter.Field)?[1], out var key) && await db.SubmittedForms.AnyAsync(form => form.Key == key, cancellation);

    /// <summary>14:05; with its day where that is not today.</summary>
    private string TimeOf(DateTime utc) =>
        DateOnly.FromDateTime(Office.ToLocal(utc)) == office.Today ? Infrastructure.Show.Time(TimeOnly.FromDateTime(Office.ToLocal(utc))) : Infrastructure.Show.Moment(utc);
}
