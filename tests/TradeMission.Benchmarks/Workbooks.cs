using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace TradeMission.Benchmarks;

/// <summary>Workbooks of one sheet: good ones, and one that unpacks to far more than it is.</summary>
internal static class Workbooks
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Of(IEnumerable<object[]> rows) => Packed(sheet =>
    {
        foreach (var row in rows)
        {
            sheet.Write("<row>");
            foreach (var cell in row)
            {
                sheet.Write(cell is string text ? $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>" : string.Create(CultureInfo.InvariantCulture, $"<c><v>{cell}</v></c>"));
            }

            sheet.Write("</row>");
        }
    });

    /// <param name="characters">Of the one cell.</param>
    public static byte[] Bomb(int characters) => Packed(sheet =>
    {
        sheet.Write("<row><c t=\"inlineStr\"><is><t>");
        var piece = new string('x', 1 << 20);
        for (var written = 0; written < characters; written += piece.Length)
        {
            sheet.Write(piece);
        }

        sheet.Write("</t></is></c></row>");
    });

    private static byte[] Packed(Action<TextWriter> writeRows)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", part => part.Write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
            Add("_rels/.rels", part => part.Write($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
            Add("xl/workbook.xml", part => part.Write($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"상담\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
            Add("xl/_rels/workbook.xml.rels", part => part.Write($"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"));
            Add("xl/worksheets/sheet1.xml", part =>
            {
                part.Write($"<worksheet xmlns=\"{Main}\"><sheetData>");
                writeRows(part);
                part.Write("</sheetData></worksheet>");
            });

            void Add(string name, Action<TextWriter> write)
            {
                using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                write(part);
            }
        }

        return bytes.ToArray();
    }
}
