using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>
/// Files behind figures: checked by content and kept outside the web root. The file is stored first and its record in the transaction of the step that it stands behind; where
/// that fails, the file goes again.
/// </summary>
public sealed class EvidenceKeeping(TradeDbContext db, CurrentUser user, IFileStore store)
{
    /// <summary>Bytes of a request that brings one file and a form.</summary>
    public const long RequestLimit = FileLimits.Largest + (2 * 1024 * 1024);

    /// <summary>Records a step together with the file that was sent along, if there was one: both or neither. What is wrong is said in the model state; null then.</summary>
    public async Task<DealStep?> RecordAsync(StepForm form, ModelStateDictionary state, Func<StepInput, Task<DealOutcome>> record, CancellationToken cancellation)
    {
        var input = form.Read(state);
        var finding = form.Evidence is null ? null : await LookAsync(form.Evidence, state, cancellation);
        if (!state.IsValid)
        {
            return null;
        }

        return await WithFileAsync(form.Evidence, finding, async stored =>
        {
            var outcome = await record(input);
            outcome.SayIn(state);
            if (outcome.Step is { } step && stored is not null)
            {
                step.Deal.Attach(step, stored(step));
                await db.SaveChangesAsync(cancellation);
            }

            return outcome.Step;
        }, cancellation);
    }

    /// <summary>Puts a file behind a step that stands already; the same one again is there already.</summary>
    public async Task<bool> AttachAsync(long dealId, long stepId, IFormFile file, ModelStateDictionary state, CancellationToken cancellation)
    {
        var finding = await LookAsync(file, state, cancellation);
        if (!state.IsValid)
        {
            return false;
        }

        var isThere = false;
        return await WithFileAsync(file, finding, async stored =>
        {
            var deal = await FindAsync(db.Deals.Where(deal => deal.Id == dealId), cancellation);
            var step = deal.Steps.Single(step => step.Id == stepId);
            if (step is not { Stands: true, Value: not null })
            {
                state.AddModelError(EvidenceForm.Field, Infrastructure.Texts.Of(DealRefusal.AlreadyCorrected));
                return null;
            }

            var file = stored!(step);
            if (step.Evidence.Any(own => own.Sha256 == file.Sha256 && own.FileName == file.FileName))
            {
                isThere = true;
                return null;
            }

            deal.Attach(step, file);
            await db.SaveChangesAsync(cancellation);
            return step;
        }, cancellation) is not null || isThere;
    }

    /// <summary>Takes a file away, unless somebody just has; its content is deleted once nothing points at it any more.</summary>
    public async Task RemoveAsync(EvidenceFile file, CancellationToken cancellation)
    {
        await using (var turn = await db.BeginWriteAsync(cancellation))
        {
            var deal = await FindAsync(db.Deals.Where(deal => deal.Steps.Any(step => step.Id == file.DealStepId)), cancellation);
            var step = deal.Steps.Single(step => step.Id == file.DealStepId);
            if (step.Evidence.SingleOrDefault(own => own.Id == file.Id) is not { } kept)
            {
                return;
            }

            deal.Detach(step, kept);
            await db.SaveChangesAsync(cancellation);
            await turn.CommitAsync(cancellation);
        }

        await store.DeleteAsync(file.StoredAs, cancellation);
    }

    private async Task<Deal> FindAsync(IQueryable<Deal> deals, CancellationToken cancellation)
    {
        await TotalsMovement.LockAsync(db, await deals.Select(deal => deal.MissionId).SingleAsync(cancellation), cancellation);
        return await deals.WithSteps().SingleAsync(cancellation);
    }

    private static async Task<FileFinding?> LookAsync(IFormFile file, ModelStateDictionary state, CancellationToken cancellation)
    {
        await using var content = file.OpenReadStream();
        var finding = await FileCheck.LookAsync(content, file.FileName, cancellation);
        if (!finding.IsTaken)
        {
            state.AddModelError(EvidenceForm.Field, finding.Refusal.Message);
        }

        return finding;
    }

    /// <summary>One transaction around the act; the stored file goes again unless the act ends in a step.</summary>
    private async Task<DealStep?> WithFileAsync(IFormFile? file, FileFinding? finding, Func<Func<DealStep, EvidenceFile>?, Task<DealStep?>> act, CancellationToken cancellation)
    {
        StoredFile? stored = null;
        if (file is not null)
        {
            await using var content = file.OpenReadStream();
            stored = await store.SaveAsync(content, cancellation) ?? throw new InvalidOperationException("A file that was looked at is too large after all.");
        }

        var isKept = false;
        try
        {
            await using var turn = await db.BeginWriteAsync(cancellation);
            var step = await act(stored is null ? null : about => RecordOf(about, stored, finding!));
            if (step is not null)
            {
                // From here on the record may be there even if nobody hears of it: the file stays.
                isKept = true;
                await turn.CommitAsync(cancellation);
            }

            return step;
        }
        finally
        {
            if (!isKept && stored is not null)
            {
                await store.DeleteAsync(stored.Name, CancellationToken.None);
            }
        }
    }

    private EvidenceFile RecordOf(DealStep step, StoredFile stored, FileFinding finding) => new()
    {
        DealStep = step,
        Key = Guid.NewGuid(),
        StoredAs = stored.Name,
        FileName = finding.Name,
        ContentType = finding.ContentType!,
        Size = stored.Size,
        Sha256 = stored.Sha256,
        AddedById = user.Id,
        AddedByName = user.Name,
        AddedAt = db.Clock.GetUtcNow().UtcDateTime,
    };
}
