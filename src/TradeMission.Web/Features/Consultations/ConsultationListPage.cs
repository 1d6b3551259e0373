namespace TradeMission.Web.Features.Consultations;

/// <summary>One page of the list.</summary>
/// <param name="Before">?before= of the page before this one; null on the first, and where pages have numbers.</param>
/// <param name="After">?after= of the next page; null on the last, and where pages have numbers.</param>
/// <param name="Number">Where pages have numbers, else 1.</param>
public sealed record ConsultationListPage(IReadOnlyList<ConsultationRow> Rows, string? Before, string? After, int Number, int LastNumber);
