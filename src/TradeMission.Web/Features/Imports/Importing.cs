using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Spreadsheets;

namespace TradeMission.Web.Features.Imports;

/// <summary>A spreadsheet's way into the records: read, shown, corrected, confirmed. Until it is confirmed there is a draft and nothing else; then all of it is there at once, or nothing.</summary>
public sealed class Importing(TradeDbContext db, IEnumerable<IImporter> importers, ImportWatch watch)
{
    /// <summary>Reads a spreadsheet into a draft of the one who sends it; an older one of the same kind gives way.</summary>
    public Task<ImportReading> ReadAsync(ImportSource source, Stream content, CancellationToken cancellation) => watch.WhileAsync(source.Key, source.UserId, async progress =>
    {
        progress.Begin(ImportStage.Reading, 0);
        var sheet = await SheetReader.ReadAsync(content, source.FileName, SheetLimits.Usual, cancellation);
        if (!sheet.IsRead)
        {
            return new ImportReading(null, sheet.Refusal, null);
        }

        var (rows, refusal) = SheetTable.Read(source.Kind, sheet, source.Unit);
        if (rows is null)
        {
            return new ImportReading(null, refusal, null);
        }

        var fingerprint = rows.Fingerprint($"{source.Kind} {source.MissionId}");
        if (await EarlierAsync(fingerprint, cancellation) is { } earlier)
        {
            return new ImportReading(null, null, earlier);
        }

        if (await db.ImportDrafts.AnyAsync(draft => draft.Key == source.Key, cancellation))
        {
            // Sent twice.
            return new ImportReading(source.Key, null, null);
        }

        db.ImportDrafts.RemoveRange(await db.ImportDrafts.Where(draft => draft.UserId == source.UserId && draft.Kind == source.Kind && draft.MissionId == source.MissionId).ToListAsync(cancellation));
        db.ImportDrafts.Add(new ImportDraft
        {
            Key = source.Key,
            Kind = source.Kind,
            MissionId = source.MissionId,
            UserId = source.UserId,
            FileName = FileName.Clean(source.FileName) is { Length: > 0 } name ? name : sheet.Sheet,
            Fingerprint = fingerprint,
            Content = rows.Write(),
            At = db.Clock.GetUtcNow().UtcDateTime,
        });
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException wrong) when (wrong is DbUpdateConcurrencyException || db.IsDuplicate(wrong))
        {
            // Sent twice at the same moment: the first is there.
            db.ChangeTracker.Clear();
            if (!await db.ImportDrafts.AnyAsync(draft => draft.Key == source.Key, cancellation))
            {
                throw;
            }
        }

        return new ImportReading(source.Key, null, null);
    });

    public Task<ImportPlan> PlanAsync(ImportDraft draft, ImportContent content, CancellationToken cancellation) =>
        watch.WhileAsync(draft.Key, draft.UserId, progress => ImporterOf(draft.Kind).PlanAsync(draft.MissionId, content, progress, cancellation));

    public IImporter ImporterOf(ImportKind kind) => importers.Single(importer => importer.Kind == kind);

    /// <summary>
    /// Makes the records of a draft, all in one turn and one transaction: rows are checked again there, so that nobody closes the mission or records the same meeting in between.
    /// </summary>
    /// <returns>The import; null where something keeps it from being made, or somebody has made it already.</returns>
    public Task<Import?> ConfirmAsync(ImportDraft seen, CancellationToken cancellation) => watch.WhileAsync(seen.Key, seen.UserId, async progress =>
    {
        await using var turn = seen.MissionId is { } mission ? await db.BeginMissionAsync(mission, cancellation) : await db.BeginWriteAsync(cancellation);
        if (await db.ImportDrafts.FirstOrDefaultAsync(draft => draft.Key == seen.Key, cancellation) is not { } draft || await EarlierAsync(draft.Fingerprint, cancellation) is not null)
        {
            return null;
        }

        var importer = ImporterOf(draft.Kind);
        var plan = await importer.PlanAsync(draft.MissionId, ImportContent.Read(draft.Content), progress, cancellation);
        if (!plan.MayBeImported)
        {
            return null;
        }

        progress.Begin(ImportStage.Saving, plan.Adds);
        var import = new Import
        {
            Key = draft.Key,
            Kind = draft.Kind,
            MissionId = draft.MissionId,
            FileName = draft.FileName,
            Fingerprint = draft.Fingerprint,
            Rows = plan.Adds,
            Content = draft.Content,
            ByName = db.Actor.Name,
            At = db.Clock.GetUtcNow().UtcDateTime,
        };
        db.Imports.Add(import);
        db.ImportDrafts.Remove(draft);
        using var act = db.AuditAsOne(import);
        var made = new List<(string Record, long Id)>();
        try
        {
            foreach (var batch in importer.Add(plan))
            {
                await db.SaveChangesAsync(cancellation);
                made.AddRange(batch.Made.Select(record => (AuditTrail.NameOf(record.GetType()), record.Id)));
                db.ChangeTracker.Clear();
                progress.Step(batch.Rows);
            }
        }
        catch (DbUpdateException wrong) when (wrong is DbUpdateConcurrencyException || db.IsDuplicate(wrong))
        {
            // Somebody confirmed it, or registered such a firm, at the same moment.
            db.ChangeTracker.Clear();
            return null;
        }

        db.Attach(import);
        import.Made = JsonSerializer.Serialize(made.GroupBy(record => record.Record).ToDictionary(group => group.Key, group => group.Select(record => record.Id)));
        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return import;
    });

    /// <summary>The import that stands of these rows.</summary>
    public Task<ImportLine?> EarlierAsync(string fingerprint, CancellationToken cancellation) =>
        db.Imports.Where(import => import.Fingerprint == fingerprint && import.UndoneAt == null).OrderBy(import => import.Id).Select(ImportLine.Of).FirstOrDefaultAsync(cancellation);
}
