using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>What an import would do, to be confirmed.</summary>
/// <param name="Text">Carried along: the confirmation reads it again.</param>
/// <param name="Only">Lines of this outcome; null for all.</param>
/// <param name="Changed">Whether the table has changed since the preview that was confirmed.</param>
public sealed record RatePreview(RatePlan Plan, string Text, RateOutcome? Only, int Page, bool Changed)
{
    public const int PageSize = 200;

    private IReadOnlyList<PlannedRate> Chosen => Only is null ? Plan.Lines : [.. Plan.Lines.Where(line => line.Outcome == Only)];

    public int Pages => Math.Max(1, (Chosen.Count + PageSize - 1) / PageSize);

    public int Number => Math.Clamp(Page, 1, Pages);

    public IEnumerable<PlannedRate> Shown => Chosen.Skip((Number - 1) * PageSize).Take(PageSize);

    /// <summary>Why a line is left out, in words: the column as the file calls it, and the other line where there is one.</summary>
    public string WhyNot(RefusedCell refused)
    {
        var why = refused.OtherLine is { } other ? $"{Texts.Of(refused.Why)} {Texts.Get("ExchangeRates.SeeLine", other)}" : Texts.Of(refused.Why);
        return refused.Column is { } column ? $"{Plan.File.HeadingOf(column)}: {why}" : why;
    }

    public static string Quote(decimal quoted, int per) => per == 1 ? Show.Number(quoted) : Texts.Get("ExchangeRates.QuotedPer", Show.Number(quoted));
}
