using System.Text.RegularExpressions;

namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>
/// Text that a spreadsheet would run as a formula when it opens a CSV file: a company named =HYPERLINK(…), a telephone number +82…. An apostrophe before it makes it
/// text. Also before text that has one already, so that the way back is unmistakable.
/// </summary>
public static partial class FormulaText
{
    public static string Harmless(string text) => IsRisky(text) ? "'" + text : text;

    /// <summary>What <see cref="Harmless"/> was given.</summary>
    public static string Restored(string cell) => cell is ['\'', .. var text] && IsRisky(text) ? text : cell;

    private static bool IsRisky(string text) => text.Length > 0 && Risky().IsMatch(text);

    /// <summary>Spaces and full-width signs included: spreadsheets of East Asia take them, too.</summary>
    [GeneratedRegex(@"\A[\s']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\A'*[\t\r\n]")]
    private static partial Regex Risky();
}
