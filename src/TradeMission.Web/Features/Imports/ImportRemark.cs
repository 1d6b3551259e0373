namespace TradeMission.Web.Features.Imports;

/// <summary>What is wrong or odd about a cell, in the reader's language.</summary>
/// <param name="Column">The column's name; empty for the row as a whole.</param>
/// <param name="IsProblem">Whether nothing can be imported until it is mended.</param>
public sealed record ImportRemark(string Column, string Text, bool IsProblem);
