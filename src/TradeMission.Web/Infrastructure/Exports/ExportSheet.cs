namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>What a file of such rows is called and which columns it has, in the reader's language.</summary>
public sealed record ExportSheet<TRow>(string Title, IReadOnlyList<ExportColumn<TRow>> Columns);
