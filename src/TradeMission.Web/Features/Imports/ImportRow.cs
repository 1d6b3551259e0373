namespace TradeMission.Web.Features.Imports;

/// <summary>A row of a spreadsheet, as sent or as corrected.</summary>
/// <param name="Number">As the spreadsheet counts it.</param>
/// <param name="Cells">In the order of the kind's columns; empty where the file has no such column.</param>
public sealed record ImportRow(int Number, string[] Cells)
{
    /// <summary>Left out by whoever looked at it: it becomes no record.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>Whoever looked at it has said that it is another record than the one it resembles.</summary>
    public bool IsAnother { get; set; }
}
