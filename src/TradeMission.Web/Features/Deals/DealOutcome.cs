using Microsoft.AspNetCore.Mvc.ModelBinding;
using TradeMission.Domain.Deals;
using TradeMission.Web.Features.Consultations;

namespace TradeMission.Web.Features.Deals;

/// <summary>What became of a step that somebody wanted to record.</summary>
/// <param name="Problems">Why it was refused, field by field; nothing was changed then.</param>
/// <param name="Step">The recorded step; null when it was refused.</param>
public sealed record DealOutcome(IReadOnlyList<Remark> Problems, DealStep? Step)
{
    public static DealOutcome Of(DealStep step) => new([], step);

    public static DealOutcome Refused(params IReadOnlyList<Remark> problems) => new(problems, null);

    /// <summary>Puts each problem beside its field.</summary>
    public void SayIn(ModelStateDictionary state)
    {
        foreach (var (field, message) in Problems)
        {
            state.AddModelError(field, message);
        }
    }
}
