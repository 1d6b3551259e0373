namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>A cell, as far as the file says what it is.</summary>
/// <param name="Text">As typed; a number in plain figures, a date as 2026-11-03 (with its time where it has one).</param>
/// <param name="Number">Where the cell holds a number, a date's included; text that looks like one is text.</param>
/// <param name="Date">Where the cell holds a date.</param>
public readonly record struct SheetCell(string Text, decimal? Number = null, DateOnly? Date = null)
{
    public static readonly SheetCell Empty = new("");
}
