using System.Net;
using Microsoft.AspNetCore.Html;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Shared;

/// <summary>
/// The marks beside figures: what evidence stands behind one, and how far a deal has come. Shape first, colour never alone: readable in black and white. A figure of
/// every row carries one, so they are plain markup and no tag helper.
/// </summary>
public static class Marks
{
    private const string Ring = """<circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6"/>""";

    /// <summary>○ ◐ ●, with its word for those who do not see it.</summary>
    public static IHtmlContent Of(EvidenceTier tier) => Mark(Shape(tier), Texts.Of(tier), "mark");

    /// <summary>The evidence mark, or △! while the company disputes the figure.</summary>
    public static IHtmlContent Of(EvidenceTier tier, FigureState answer) => answer == FigureState.Disputed ? Disputed : Of(tier);

    /// <summary>△!</summary>
    public static IHtmlContent Disputed => Mark(
        """<path d="M7 1 13.4 13H.6z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M7 5.2v3.6M7 10v1.4" stroke="currentColor" stroke-width="1.5"/>""",
        Texts.Of(FigureState.Disputed), "mark bad");

    /// <summary>Mark and word.</summary>
    public static IHtmlContent WithWord(EvidenceTier tier) => Worded(Shape(tier), Texts.Of(tier), "mark");

    /// <summary>Mark and word: what the company says, where it says something else than the evidence does.</summary>
    public static IHtmlContent WithWord(EvidenceTier tier, FigureState answer) => answer == FigureState.Disputed
        ? new HtmlContentBuilder().AppendHtml(Disputed).AppendHtml($"<span aria-hidden=\"true\"> {Encoded(Texts.Of(FigureState.Disputed))}</span>")
        : WithWord(tier);

    /// <summary>Six rising bars, as many of them filled as the deal has climbed rungs, and the stage's word.</summary>
    public static IHtmlContent Of(DealStage stage) =>
        new HtmlString($"<span class=\"stage\">{(stage.IsExit() ? "" : Bars((int)stage + 1))}{Encoded(Texts.Of(stage))}</span>");

    private static string Shape(EvidenceTier tier) => tier switch
    {
        EvidenceTier.Documented => """<circle cx="7" cy="7" r="6.4" fill="currentColor"/>""",
        EvidenceTier.Confirmed => Ring + """<path d="M7 1.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor"/>""",
        _ => Ring,
    };

    private static string Bars(int filled) => """<svg viewBox="0 0 34 12" aria-hidden="true" focusable="false">""" + string.Concat(Enumerable.Range(0, 6).Select(bar =>
        FormattableString.Invariant(bar < filled
            ? (FormattableString)$"<rect x=\"{bar * 5.8:0.#}\" y=\"{8 - (bar * 1.4):0.#}\" width=\"4.4\" height=\"{4 + (bar * 1.4):0.#}\" fill=\"currentColor\"/>"
            : $"<rect x=\"{(bar * 5.8) + 0.5:0.#}\" y=\"{8.5 - (bar * 1.4):0.#}\" width=\"3.4\" height=\"{3 + (bar * 1.4):0.#}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\".9\"/>"))) + "</svg>";

    private static HtmlString Mark(string shape, string word, string look) =>
        new($"<svg class=\"{look}\" viewBox=\"0 0 14 14\" role=\"img\" aria-label=\"{Encoded(word)}\">{shape}</svg>");

    private static HtmlString Worded(string shape, string word, string look) =>
        new($"<span class=\"tier\"><svg class=\"{look}\" viewBox=\"0 0 14 14\" aria-hidden=\"true\" focusable=\"false\">{shape}</svg> {Encoded(word)}</span>");

    private static string Encoded(string word) => WebUtility.HtmlEncode(word);
}
