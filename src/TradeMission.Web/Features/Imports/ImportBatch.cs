using TradeMission.Domain.Shared;

namespace TradeMission.Web.Features.Imports;

/// <summary>Records of some rows of an import, added to the context and not saved.</summary>
/// <param name="Rows">How many rows they are of.</param>
public sealed record ImportBatch(int Rows, IReadOnlyList<Entity> Made)
{
    /// <summary>Rows that are saved together: thousands at once cost memory, and each of them more time.</summary>
    public const int Size = 1_000;
}
