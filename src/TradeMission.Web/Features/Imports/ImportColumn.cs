using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>A column that is read from a spreadsheet.</summary>
/// <param name="Name">The field of what a row becomes.</param>
/// <param name="IsNeeded">Whether a row says nothing without it.</param>
/// <param name="Width">In characters, in the template.</param>
/// <param name="Headings">What files call it: first in Korean, then in English, then whatever else people write.</param>
public sealed record ImportColumn(string Name, bool IsNeeded, int Width, params string[] Headings)
{
    /// <summary>Whether its figures have a unit, which the heading may say.</summary>
    public bool IsAmount { get; init; }

    /// <summary>In the reader's language.</summary>
    public string Heading => Headings[Show.IsKorean ? 0 : 1];
}
