using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Spreadsheets;

namespace TradeMission.Web.Features.Imports;

/// <summary>Finds the table in a sheet: its head, which columns are what, in which units, and its rows.</summary>
public static class SheetTable
{
    /// <summary>Titles and units stand above the head of a Korean table.</summary>
    private const int MostLinesAbove = 10;

    /// <param name="usual">The unit of amounts where the sheet says none.</param>
    /// <returns>The rows, or why there are none.</returns>
    public static (ImportContent? Content, FileRefusal? Refusal) Read(ImportKind kind, SheetReading sheet, ImportUnit usual)
    {
        var columns = ImportColumns.Of(kind);
        if (sheet.Rows.Take(MostLinesAbove).Select((row, index) => (row, index)).MaxBy(line => Named(kind, line.row)) is not ({ } head, var place) || Named(kind, head) == 0)
        {
            return (null, new FileRefusal("Imports.NoHead", string.Join(", ", columns.Where(column => column.IsNeeded).Select(column => column.Heading))));
        }

        var above = sheet.Rows.Take(place).SelectMany(row => row.Cells).Select(cell => ImportColumns.UnitIn(cell.Text)).FirstOrDefault(unit => unit is not null);
        var places = new Dictionary<ImportColumn, int>();
        var content = new ImportContent { Rows = [] };
        foreach (var (cell, at) in head.Cells.Select((cell, at) => (cell, at)).Where(pair => pair.cell.Text.Length > 0))
        {
            if (ImportColumns.Find(kind, cell.Text) is not { } column)
            {
                content.Unknown.Add(cell.Text);
            }
            else if (!places.TryAdd(column, at))
            {
                return (null, new FileRefusal("Imports.ColumnTwice", head.Number, SheetBuilder.Letters(at), cell.Text));
            }
            else
            {
                content.Letters[column.Name] = SheetBuilder.Letters(at);
                if (column.IsAmount)
                {
                    content.Units[column.Name] = ImportColumns.UnitIn(cell.Text) ?? above ?? usual;
                }
            }
        }

        if (columns.Where(column => column.IsNeeded && !places.ContainsKey(column)).Select(column => column.Heading).ToList() is { Count: > 0 } missing)
        {
            return (null, new FileRefusal("Imports.ColumnMissing", head.Number, string.Join(", ", missing)));
        }

        content.Rows.AddRange(sheet.Rows.Skip(place + 1)
            .Select(row => new ImportRow(row.Number, [.. columns.Select(column => places.TryGetValue(column, out var at) ? TextOf(column, row[at]) : "")]))
            .Where(row => row.Cells.Any(cell => cell.Length > 0)));
        return content.Rows.Count == 0 ? (null, new FileRefusal("Imports.NoRows", head.Number)) : (content, null);
    }

    private static int Named(ImportKind kind, SheetRow row) => row.Cells.Count(cell => cell.Text.Length > 0 && ImportColumns.Find(kind, cell.Text) is not null);

    /// <summary>What an export of ours made harmless is as it was. A day without the time that its cell holds, except where the time is what is asked for.</summary>
    private static string TextOf(ImportColumn column, SheetCell cell) => cell.Date is { } day && column.Name != ImportColumns.StartsAt ? Show.Iso(day) : FormulaText.Restored(cell.Text.Trim());
}
