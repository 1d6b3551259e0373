using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Packaging;
using System.Text;
using NPOI.HSSF.UserModel;
using NPOI.POIFS.FileSystem;

namespace TradeMission.Web.Tests.Files;

/// <summary>Small real files, written by libraries where there are any.</summary>
internal static class MadeFiles
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public const string Excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public const string PowerPoint = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml";
    public const string ExcelWithMacros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

    public static byte[] Pdf { get; } = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n");

    public static byte[] Png { get; } = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public static byte[] Jpeg { get; } = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x10, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];

    public static byte[] Gif { get; } = Convert.FromBase64String("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    public static byte[] Webp { get; } = Convert.FromBase64String("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    public static byte[] Tiff { get; } = [.. "II*\0"u8, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    public static byte[] Hwpx { get; } = Zip(("mimetype", "application/hwp+zip"), ("version.xml", "<v/>"), ("Contents/section0.xml", "<sec/>"));

    public static byte[] Hwp { get; } = Compound("FileHeader", "\u0005HwpSummaryInformation", "DocInfo", "BodyText/Section0", "Scripts/DefaultJScript");

    public static byte[] Doc { get; } = Compound("WordDocument", "1Table", "\u0005SummaryInformation");

    public static byte[] Ppt { get; } = Compound("PowerPoint Document", "Current User");

    public static byte[] Xls()
    {
        var workbook = new HSSFWorkbook();
        workbook.CreateSheet("a").CreateRow(0).CreateCell(0).SetCellValue("x");
        using var file = new MemoryStream();
        workbook.Write(file);
        return file.ToArray();
    }

    /// <summary>Office Open XML whose main part is of this type.</summary>
    public static byte[] Office(string mainType, params (string Name, string Type)[] others)
    {
        using var file = new MemoryStream();
        using (var package = Package.Open(file, FileMode.Create))
        {
            var main = package.CreatePart(new Uri("/any/main.xml", UriKind.Relative), mainType, CompressionOption.Normal);
            using (var writer = new StreamWriter(main.GetStream()))
            {
                writer.Write("<document/>");
            }

            package.CreateRelationship(main.Uri, TargetMode.Internal, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument");
            foreach (var (name, type) in others)
            {
                using var part = package.CreatePart(new Uri(name, UriKind.Relative), type).GetStream();
                part.WriteByte(1);
            }
        }

        return file.ToArray();
    }

    public static byte[] Zip(params (string Name, string Content)[] parts) => Zip(zip =>
    {
        foreach (var (name, content) in parts)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    });

    public static byte[] Zip(Action<ZipArchive> fill)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return file.ToArray();
    }

    public static byte[] Compound(params string[] streams)
    {
        var files = new POIFSFileSystem();
        foreach (var path in streams.Select(stream => stream.Split('/')))
        {
            DirectoryEntry folder = files.Root;
            foreach (var name in path[..^1])
            {
                folder = folder.HasEntry(name) ? (DirectoryEntry)folder.GetEntry(name) : folder.CreateDirectory(name);
            }

            folder.CreateDocument(path[^1], new MemoryStream(new byte[64]));
        }

        using var file = new MemoryStream();
        files.WriteFileSystem(file);
        return file.ToArray();
    }

    /// <summary>A compound file of storages within storages: what ends a reader that recurses.</summary>
    public static byte[] NestedStorages(int depth)
    {
        const int sector = 512, perFat = sector / 4;
        var directory = (depth / 4) + 1;
        var fat = (directory / (perFat - 1)) + 1;
        var file = new byte[sector * (1 + fat + directory)];
        void Put(int at, int number) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), number);
        new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 }.CopyTo(file, 0);
        (file[30], file[32]) = (9, 6);
        Put(44, fat);
        Put(48, fat);
        Put(68, -2);
        for (var i = 0; i < 109; i++)
        {
            Put(76 + (4 * i), i < fat ? i : -1);
        }

        for (var i = 0; i < fat * perFat; i++)
        {
            Put(sector + (4 * i), i < fat ? -3 : i < fat + directory - 1 ? i + 1 : i == fat + directory - 1 ? -2 : -1);
        }

        for (var i = 0; i <= depth; i++)
        {
            var at = (sector * (1 + fat)) + (128 * i);
            Encoding.Unicode.GetBytes($"d{i}").CopyTo(file, at);
            (file[at + 64], file[at + 66]) = ((byte)(($"d{i}".Length + 1) * 2), (byte)(i == 0 ? 5 : 1));
            Put(at + 68, -1);
            Put(at + 72, -1);
            Put(at + 76, i < depth ? i + 1 : -1);
        }

        return file;
    }
}
