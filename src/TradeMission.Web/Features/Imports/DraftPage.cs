using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>A draft as it is looked at and corrected.</summary>
/// <param name="Only">Rows of this state; null for all.</param>
/// <param name="Edited">The number of a row all of whose cells are fields.</param>
public sealed record DraftPage(ImportDraft Draft, ImportTarget Target, ImportContent Content, ImportPlan Plan, RowState? Only, int Page, int? Edited)
{
    public const int PageSize = 50;

    private List<PlannedRow>? chosen;
    private IReadOnlyList<PlannedRow>? rows;

    /// <summary>Problems named above the table.</summary>
    public const int MostNamed = 5;

    public IReadOnlyList<ImportColumn> Columns { get; } = ImportColumns.Of(Draft.Kind);

    /// <summary>Columns that the table shows: what the file has, and what a row has been given or lacks.</summary>
    public IEnumerable<(ImportColumn Column, int Place)> Shown => Columns.Select((column, place) => (column, place))
        .Where(pair => Content.Letters.ContainsKey(pair.column.Name) || Edited is not null || Rows.Any(row => row.Row.Cells[pair.place].Length > 0 || row.On(pair.column.Name).Any(remark => remark.IsProblem)));

    public IReadOnlyList<PlannedRow> Rows => rows ??= [.. Chosen.Skip((Number - 1) * PageSize).Take(PageSize)];

    public int Pages => Math.Max(1, (Chosen.Count + PageSize - 1) / PageSize);

    public int Number => Math.Clamp(Page, 1, Pages);

    public string Address => $"/imports/drafts/{Draft.Key}";

    /// <summary>Problems by their row and column, as the spreadsheet names them.</summary>
    public IEnumerable<string> Problems => Plan.Rows.Where(row => row.State == RowState.Problem)
        .SelectMany(row => row.Remarks.Where(remark => remark.IsProblem).Select(remark => $"{PlaceOf(row.Row.Number, remark.Column)}: {remark.Text}"));

    private List<PlannedRow> Chosen => chosen ??= Only is null ? [.. Plan.Rows] : [.. Plan.Rows.Where(row => row.State == Only)];

    public bool IsField(PlannedRow row, ImportColumn column) => row.Row.Number == Edited || row.On(column.Name).Any(remark => remark.IsProblem);

    /// <summary>With its unit, where it has one.</summary>
    public string HeadingOf(ImportColumn column) => Content.Units.TryGetValue(column.Name, out var unit) ? $"{column.Heading} ({unit.Label})" : column.Heading;

    public string AddressOf(RowState? only, int page = 1) => $"{Address}?only={(only is null ? "all" : only)}&page={page}";

    private string PlaceOf(int row, string column) => Columns.FirstOrDefault(each => each.Name == column) is not { } known ? Texts.Get("Imports.Row", row)
        : Content.Letters.TryGetValue(column, out var letter) ? Texts.Get("Imports.Place", row, letter, known.Heading) : Texts.Get("Imports.PlaceWithoutColumn", row, known.Heading);
}
