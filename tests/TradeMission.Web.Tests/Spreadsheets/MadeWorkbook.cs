using System.IO.Packaging;
using System.Text;

namespace TradeMission.Web.Tests.Spreadsheets;

/// <summary>A workbook as a file: its parts are given as text, so that a test can say what no library would write.</summary>
internal static class MadeWorkbook
{
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <param name="rows">What stands in sheetData.</param>
    public static byte[] Of(string rows, string shared = "", string styles = "", string sheets = "<sheet name=\"상담\" sheetId=\"1\" r:id=\"s1\"/>", string properties = "") =>
        Of(writer => writer.Write(rows), shared, styles, sheets, properties);

    public static byte[] Of(Action<TextWriter> rows, string shared = "", string styles = "", string sheets = "<sheet name=\"상담\" sheetId=\"1\" r:id=\"s1\"/>", string properties = "")
    {
        using var file = new MemoryStream();
        using (var package = Package.Open(file, FileMode.Create))
        {
            var book = Part(package, "/xl/workbook.xml", "sheet.main+xml", writer => writer.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{properties}<sheets>{sheets}</sheets></workbook>"));
            package.CreateRelationship(book.Uri, TargetMode.Internal, $"{Relations}/officeDocument");
            Part(package, "/xl/worksheets/sheet1.xml", "worksheet+xml", writer =>
            {
                writer.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
                rows(writer);
                writer.Write("</sheetData></worksheet>");
            });
            book.CreateRelationship(new Uri("worksheets/sheet1.xml", UriKind.Relative), TargetMode.Internal, $"{Relations}/worksheet", "s1");
            Part(package, "/xl/sharedStrings.xml", "sharedStrings+xml", writer => writer.Write($"<sst xmlns=\"{Main}\">{shared}</sst>"));
            book.CreateRelationship(new Uri("sharedStrings.xml", UriKind.Relative), TargetMode.Internal, $"{Relations}/sharedStrings");
            Part(package, "/xl/styles.xml", "styles+xml", writer => writer.Write($"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"));
            book.CreateRelationship(new Uri("styles.xml", UriKind.Relative), TargetMode.Internal, $"{Relations}/styles");
        }

        return file.ToArray();
    }

    private static PackagePart Part(Package package, string name, string type, Action<TextWriter> write)
    {
        var part = package.CreatePart(new Uri(name, UriKind.Relative), Types + type, CompressionOption.Normal);
        using var writer = new StreamWriter(part.GetStream(), new UTF8Encoding(false));
        write(writer);
        return part;
    }
}
