using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>How much of a spreadsheet is read; only cells that hold something count. Together they bound the memory that a file can take.</summary>
public sealed record SheetLimits
{
    public static readonly SheetLimits Usual = new();

    public const int TextMegabytes = 8;

    /// <summary>Of the file, in bytes; what a workbook unpacks to is limited by <see cref="FileLimits"/>.</summary>
    public long Bytes { get; init; } = FileLimits.Largest;

    /// <summary>Of text, in bytes: unlike a workbook it is held as a whole, and ten thousand rows of it are far smaller.</summary>
    public int TextBytes { get; init; } = TextMegabytes * 1024 * 1024;

    public int Sheets { get; init; } = 50;

    /// <summary>With the head.</summary>
    public int Rows { get; init; } = 10_001;

    public int Columns { get; init; } = 200;

    public int Cells { get; init; } = 500_000;

    /// <summary>Characters of a cell.</summary>
    public int CellLength { get; init; } = 4_000;

    /// <summary>Texts that the cells of a workbook share, and styles.</summary>
    public int Shared { get; init; } = 500_000;
}
