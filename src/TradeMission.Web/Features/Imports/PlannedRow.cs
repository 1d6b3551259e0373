namespace TradeMission.Web.Features.Imports;

/// <summary>A row, and what would become of it.</summary>
public sealed class PlannedRow(ImportRow row)
{
    private readonly List<ImportRemark> remarks = [];

    public ImportRow Row => row;

    public IReadOnlyList<ImportRemark> Remarks => remarks;

    public ImportMatch? Match { get; set; }

    /// <summary>It resembles a record that is there, or another row, and nobody has said yet that it is another.</summary>
    public bool IsAgain { get; set; }

    /// <summary>The record is there already, and the row adds nothing.</summary>
    public bool IsThere { get; set; }

    public RowState State => row.IsLeftOut ? RowState.LeftOut
        : remarks.Exists(remark => remark.IsProblem) ? RowState.Problem
        : IsAgain || Match?.Kind == MatchKind.Probable ? RowState.Question
        : IsThere ? RowState.There
        : remarks.Count > 0 ? RowState.Warning
        : RowState.Good;

    public void Refuse(string column, string text) => remarks.Add(new ImportRemark(column, text, true));

    public void Warn(string column, string text) => remarks.Add(new ImportRemark(column, text, false));

    public IEnumerable<ImportRemark> On(string column) => remarks.Where(remark => remark.Column == column);
}
