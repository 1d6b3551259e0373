using System.Linq.Expressions;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Imports;

/// <summary>An import in the list.</summary>
public sealed record ImportLine(long Id, ImportKind Kind, string FileName, int Rows, string? MissionReference, string ByName, DateTime At, DateTime? UndoneAt)
{
    public static Expression<Func<Import, ImportLine>> Of { get; } = import => new ImportLine(
        import.Id, import.Kind, import.FileName, import.Rows, import.Mission!.Reference, import.ByName, import.At, import.UndoneAt);
}
