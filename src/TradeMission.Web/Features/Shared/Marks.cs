using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Html;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Shared;

/// <summary>
/// The marks beside figures: what evidence stands behind one, and how far a deal has come. Shape first, colour never alone: readable in black and white. The shapes
/// are the page's sprite's. A figure of every row carries one, so they are plain markup and no tag helper.
/// </summary>
public static class Marks
{
    private const int OfDispute = 3;

    /// <summary>The few there are, in each language: a page shows hundreds.</summary>
    private static readonly ConcurrentDictionary<(int Tier, string Word, string Look), IHtmlContent> Drawn = new();
    private static readonly ConcurrentDictionary<(DealStage Stage, string Word), IHtmlContent> Climbed = new();

    /// <summary>○ ◐ ●, with its word for those who do not see it.</summary>
    public static IHtmlContent Of(EvidenceTier tier) => Mark((int)tier, Texts.Of(tier), "mark");

    /// <summary>The evidence mark, or △! while the company disputes the figure.</summary>
    public static IHtmlContent Of(EvidenceTier tier, FigureState answer) => answer == FigureState.Disputed ? Disputed : Of(tier);

    /// <summary>△!</summary>
    public static IHtmlContent Disputed => Mark(OfDispute, Texts.Of(FigureState.Disputed), "mark bad");

    /// <summary>Mark and word.</summary>
    public static IHtmlContent WithWord(EvidenceTier tier) =>
        new HtmlString($"<span class=\"tier\"><svg class=\"mark\" aria-hidden=\"true\" focusable=\"false\">{Shape((int)tier)}</svg> {Encoded(Texts.Of(tier))}</span>");

    /// <summary>Mark and word: what the company says, where it says something else than the evidence does.</summary>
    public static IHtmlContent WithWord(EvidenceTier tier, FigureState answer) => answer == FigureState.Disputed
        ? new HtmlContentBuilder().AppendHtml(Disputed).AppendHtml($"<span aria-hidden=\"true\"> {Encoded(Texts.Of(FigureState.Disputed))}</span>")
        : WithWord(tier);

    /// <summary>Six rising bars, as many of them filled as the deal has climbed rungs, and the stage's word.</summary>
    public static IHtmlContent Of(DealStage stage) =>
        Climbed.GetOrAdd((stage, Texts.Of(stage)), own => new HtmlString($"<span class=\"stage\">{Bars(own.Stage)}{Encoded(own.Word)}</span>"));

    private static string Bars(DealStage stage) => stage.IsExit() ? "" : $"<svg aria-hidden=\"true\" focusable=\"false\"><use href=\"#stage-{(int)stage + 1}\"/></svg>";

    private static IHtmlContent Mark(int tier, string word, string look) => Drawn.GetOrAdd(
        (tier, word, look), own => new HtmlString($"<svg class=\"{own.Look}\" role=\"img\" aria-label=\"{Encoded(own.Word)}\">{Shape(own.Tier)}</svg>"));

    private static string Shape(int tier) => $"<use href=\"#tier-{tier}\"/>";

    private static string Encoded(string word) => WebUtility.HtmlEncode(word);
}
