using System.Xml;
using CsvHelper;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>Rows of a workbook (XLSX) or of text (CSV, TSV, what somebody pasted). Whatever the file is, the answer comes soon and takes little memory: rows, or a refusal that names the place.</summary>
public static class SheetReader
{
    /// <param name="content">Can be sought in.</param>
    /// <param name="fileName">As the sender called it; empty for pasted text.</param>
    public static async Task<SheetReading> ReadAsync(Stream content, string? fileName, SheetLimits limits, CancellationToken cancellation)
    {
        var name = FileName.Clean(fileName) is { Length: > 0 } called ? called : Texts.Get("Sheets.Pasted");
        try
        {
            if (content.Length > limits.Bytes)
            {
                return Refused(name, FileRefusal.TooLarge);
            }

            var finding = await FileCheck.LookAsync(content, fileName, cancellation);
            return finding switch
            {
                { Kind: FileKind.Xlsx } => Workbook.Read(content, limits),
                { Kind: FileKind.Xls } => Refused(name, new FileRefusal("Sheets.Legacy")),
                { IsTaken: true } => Refused(name, new FileRefusal("Sheets.NoSheet")),
                { Refusal: { Key: "Files.NotAllowed" } } when FileName.Extension(FileName.Clean(fileName)) is "" or "csv" or "tsv" or "tab" or "txt" => await SheetText.ReadAsync(content, name, limits, cancellation),
                _ => Refused(name, finding.Refusal),
            };
        }
        catch (SheetRefusedException refused)
        {
            return Refused(name, refused.Refusal);
        }
        catch (Exception wrong) when (wrong is CsvFormatException or XmlException or InvalidDataException or InvalidOperationException or IOException or FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            return Refused(name, FileRefusal.Damaged);
        }
    }

    private static SheetReading Refused(string name, FileRefusal refusal) => new(name, [], refusal);
}
