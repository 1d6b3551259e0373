using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Imports;

/// <summary>What one kind of spreadsheet means.</summary>
public interface IImporter
{
    ImportKind Kind { get; }

    /// <summary>What would become of the rows. Changes nothing.</summary>
    Task<ImportPlan> PlanAsync(long? missionId, ImportContent content, ImportProgress progress, CancellationToken cancellation);

    /// <summary>Adds the records of the plan that was made last to the context, some rows at a time: the caller saves and forgets them before it takes the next.</summary>
    IEnumerable<ImportBatch> Add(ImportPlan plan);

    /// <summary>What may be chosen in the columns of a template.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfferedAsync(long? missionId, CancellationToken cancellation);
}
