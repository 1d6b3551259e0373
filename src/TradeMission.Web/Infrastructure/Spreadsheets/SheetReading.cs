using System.Diagnostics.CodeAnalysis;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <param name="Sheet">Name of the sheet that was read; of the file where it has no sheets.</param>
/// <param name="Rows">Empty where the file is refused.</param>
/// <param name="Refusal">Null where it was read whole.</param>
public sealed record SheetReading(string Sheet, IReadOnlyList<SheetRow> Rows, FileRefusal? Refusal)
{
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Refusal is null;
}
