using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>Takes cells in the order in which a file gives them, and refuses the first that is too much, by its place.</summary>
internal sealed class SheetBuilder(string sheet, SheetLimits limits)
{
    private readonly List<SheetRow> rows = [];
    private List<SheetCell> row = [];
    private int cells;

    public IReadOnlyList<SheetRow> Rows => rows;

    /// <param name="number">Of the row, from 1.</param>
    /// <param name="column">From 0.</param>
    public void Add(int number, int column, SheetCell cell)
    {
        if (cell.Text.Length == 0)
        {
            return;
        }

        if (column >= limits.Columns)
        {
            throw Refuse("Sheets.TooManyColumns", number, column, limits.Columns);
        }

        if (cell.Text.Length > limits.CellLength)
        {
            throw Refuse("Sheets.CellTooLong", number, column, limits.CellLength);
        }

        if (cell.Text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r')))
        {
            throw Refuse("Sheets.ControlCharacter", number, column);
        }

        if (++cells > limits.Cells)
        {
            throw Refuse("Sheets.TooManyCells", number, column, limits.Cells);
        }

        if (column < row.Count)
        {
            // Cells of a row stand in order; one that comes again contradicts itself.
            throw new SheetRefusedException(FileRefusal.Damaged);
        }

        while (row.Count < column)
        {
            row.Add(SheetCell.Empty);
        }

        row.Add(cell);
    }

    public void EndRow(int number)
    {
        if (row.Count == 0)
        {
            return;
        }

        if (rows.Count >= limits.Rows)
        {
            throw new SheetRefusedException(new FileRefusal("Sheets.TooManyRows", sheet, number, limits.Rows - 1));
        }

        rows.Add(new SheetRow(number, row));
        row = [];
    }

    /// <summary>A, B, … Z, AA, ….</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters((column / 26) - 1) + Letters(column % 26);

    private SheetRefusedException Refuse(string key, int number, int column, int? limit = null) => new(new FileRefusal(key, sheet, number, Letters(column), limit));
}
