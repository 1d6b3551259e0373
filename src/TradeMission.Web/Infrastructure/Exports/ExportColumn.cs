namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>One column of a file.</summary>
/// <param name="Heading">In the reader's language.</param>
/// <param name="Value">
/// Text, a whole number, a decimal, a <see cref="DateOnly"/>, a <see cref="TimeOnly"/>, a <see cref="DateTime"/> in the office's time, or nothing. Money is a decimal: no
/// binary fraction comes near it.
/// </param>
/// <param name="Width">In characters, for a spreadsheet.</param>
public sealed record ExportColumn<TRow>(string Heading, Func<TRow, object?> Value, int Width = 14);
