using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Web.Features.Deals;

/// <summary>Files behind figures: checked by content, kept outside the web root, and never there without their record or the other way round.</summary>
public sealed class EvidenceKeeping
{
    /// <summary>Bytes of a request that brings one file and a form.</summary>
    public const long RequestLimit = 22 * 1024 * 1024;

    public async Task<DealOutcome?> RecordAsync(StepForm form, ModelStateDictionary state, Func<StepInput, Task<DealOutcome>> record, CancellationToken cancellation)
    {
        var input = form.Read(state);
        if (!state.IsValid)
        {
            return null;
        }

        var outcome = await record(input);
        foreach (var (field, message) in outcome.Problems)
        {
            state.AddModelError(field, message);
        }

        return outcome;
    }
}
