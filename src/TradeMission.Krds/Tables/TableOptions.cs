using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Tables;

/// <param name="Id">Of the caption.</param>
/// <param name="Label">Name of a table without a caption, or a fuller one than the caption is.</param>
/// <param name="Cards">Rows become cards on a phone.</param>
/// <param name="Scroll">The table may be wider than its place and scrolls within it.</param>
internal sealed record TableOptions(
    string Id,
    string? Label,
    string? Caption,
    string? Unit,
    bool Cards,
    bool Scroll,
    string? FigureClass,
    IHtmlContent Content)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public string? Name => Label is null || Caption is not null || Unit is null ? Label : $"{Label} {Unit}";
}
