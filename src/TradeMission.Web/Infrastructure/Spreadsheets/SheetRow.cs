namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <param name="Number">As the spreadsheet counts it, from 1; empty rows are left out but counted.</param>
/// <param name="Cells">Up to the last one that holds something.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>An empty cell beyond the last.</summary>
    public SheetCell this[int column] => column < Cells.Count ? Cells[column] : SheetCell.Empty;
}
