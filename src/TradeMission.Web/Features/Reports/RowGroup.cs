namespace TradeMission.Web.Features.Reports;

/// <summary>Rows of a table that share a body. Paper breaks between bodies: the first rows stay with the head and the sum, and the last are never alone.</summary>
/// <param name="Together">Whether the body must stay on one page.</param>
public sealed record RowGroup<T>(IReadOnlyList<T> Rows, bool IsFirst, bool Together);
