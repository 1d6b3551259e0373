using System.Buffers.Binary;
using System.IO.Compression;
using CsCheck;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Tests.Files;

public sealed class FileCheckTests
{
    public static TheoryData<string, FileKind> Kinds => new()
    {
        { "계약서.pdf", FileKind.Pdf },
        { "a.png", FileKind.Png },
        { "a.JPG", FileKind.Jpeg },
        { "a.jpeg", FileKind.Jpeg },
        { "a.gif", FileKind.Gif },
        { "a.webp", FileKind.Webp },
        { "a.tif", FileKind.Tiff },
        { "a.docx", FileKind.Docx },
        { "a.xlsx", FileKind.Xlsx },
        { "a.pptx", FileKind.Pptx },
        { "a.doc", FileKind.Doc },
        { "a.xls", FileKind.Xls },
        { "a.ppt", FileKind.Ppt },
        { "공문.hwp", FileKind.Hwp },
        { "공문.hwpx", FileKind.Hwpx },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Look_ContentAndNameAgree_IsTaken(string name, FileKind kind)
    {
        var finding = await LookAsync(Content(kind), name);

        Assert.Null(finding.Refusal);
        Assert.Equal(kind, finding.Kind);
        Assert.Equal(name, finding.Name);
        Assert.Equal(kind.ContentType(), finding.ContentType);
    }

    /// <summary>Every kind under every other kind's name.</summary>
    [Fact]
    public async Task Look_NameOfAnotherKind_IsALie()
    {
        foreach (var kind in Enum.GetValues<FileKind>())
        {
            foreach (var other in Enum.GetValues<FileKind>().Where(other => other != kind))
            {
                var finding = await LookAsync(Content(kind), $"a.{other.Extensions()[0]}");

                Assert.Equal("Files.Lies", finding.Refusal?.Key);
                Assert.Null(finding.Kind);
            }
        }
    }

    [Theory]
    [InlineData("a.exe", "Files.Lies")]
    [InlineData("a", "Files.Lies")]
    [InlineData("a.pdf.exe", "Files.Lies")]
    [InlineData(".pdf", "Files.Lies")]
    [InlineData(null, "Files.Lies")]
    public async Task Look_PdfUnderAnyOtherName_IsRefused(string? name, string key) => Assert.Equal(key, (await LookAsync(MadeFiles.Pdf, name)).Refusal?.Key);

    [Theory]
    [InlineData("MZ program", "a.pdf", "Files.IsNot")]
    [InlineData("<html><script>alert(1)</script>", "a.png", "Files.IsNot")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "Files.NotAllowed")]
    [InlineData("MZ program", "a.exe", "Files.NotAllowed")]
    [InlineData("text", "a.txt", "Files.NotAllowed")]
    [InlineData("P", "a.docx", "Files.IsNot")]
    [InlineData("", "a.pdf", "Files.Empty")]
    public async Task Look_OtherContent_IsRefused(string content, string name, string key) =>
        Assert.Equal(key, (await LookAsync(System.Text.Encoding.UTF8.GetBytes(content), name)).Refusal?.Key);

    [Fact]
    public async Task Look_TooLarge_IsRefused()
    {
        var content = new byte[FileLimits.Largest + 1];
        MadeFiles.Pdf.CopyTo(content, 0);

        Assert.Equal(FileRefusal.TooLarge, (await LookAsync(content, "a.pdf")).Refusal);
        Assert.True((await LookAsync(content[..^1], "a.pdf")).IsTaken);
    }

    [Fact]
    public async Task Look_Macros_AreRefused()
    {
        var macros = FileRefusal.Macros;

        Assert.Equal(macros, (await LookAsync(MadeFiles.Office(MadeFiles.ExcelWithMacros), "a.xlsx")).Refusal);
        Assert.Equal(macros, (await LookAsync(MadeFiles.Office(MadeFiles.ExcelWithMacros), "a.xlsm")).Refusal);
        Assert.Equal(macros, (await LookAsync(MadeFiles.Office(MadeFiles.Excel, ("/xl/vbaProject.bin", "application/octet-stream")), "a.xlsx")).Refusal);
        Assert.Equal(macros, (await LookAsync(MadeFiles.Office(MadeFiles.Word, ("/any/name.bin", "application/vnd.ms-office.vbaProject")), "a.docx")).Refusal);
        Assert.Equal(macros, (await LookAsync(MadeFiles.Compound("WordDocument", "Macros/VBA/dir"), "a.doc")).Refusal);
        Assert.Equal(macros, (await LookAsync(MadeFiles.Compound("Workbook", "_VBA_PROJECT_CUR/VBA/dir"), "a.xls")).Refusal);
    }

    [Fact]
    public async Task Look_Encrypted_IsSaid() =>
        Assert.Equal(FileRefusal.Encrypted, (await LookAsync(MadeFiles.Compound("EncryptionInfo", "EncryptedPackage"), "a.xlsx")).Refusal);

    /// <summary>An Excel file with a Word document in it is an Excel file.</summary>
    [Fact]
    public async Task Look_EmbeddedDocument_IsNotTheDocument() =>
        Assert.Equal(FileKind.Xls, (await LookAsync(MadeFiles.Compound("Workbook", "MBD0001/WordDocument"), "a.xls")).Kind);

    [Fact]
    public async Task Look_ContainersOfSomethingElse_AreNotAllowed()
    {
        Assert.Equal("Files.NotAllowed", (await LookAsync(MadeFiles.Zip(("a.txt", "a")), "a.zip")).Refusal?.Key);
        Assert.Equal("Files.IsNot", (await LookAsync(MadeFiles.Zip(("a.txt", "a")), "a.docx")).Refusal?.Key);
        Assert.Equal("Files.NotAllowed", (await LookAsync(MadeFiles.Zip(("mimetype", "application/epub+zip")), "a.epub")).Refusal?.Key);
        Assert.Equal("Files.IsNot", (await LookAsync(MadeFiles.Office("application/vnd.ms-xpsdocument"), "a.docx")).Refusal?.Key);
        Assert.Equal("Files.NotAllowed", (await LookAsync(MadeFiles.Compound("__properties_version1.0"), "a.msg")).Refusal?.Key);
    }

    [Theory]
    [InlineData(FileKind.Docx)]
    [InlineData(FileKind.Hwpx)]
    [InlineData(FileKind.Hwp)]
    [InlineData(FileKind.Xls)]
    public async Task Look_HalfAFile_IsDamaged(FileKind kind)
    {
        var whole = Content(kind);

        Assert.Equal(FileRefusal.Damaged, (await LookAsync(whole[..(whole.Length / 2)], $"a.{kind.Extensions()[0]}")).Refusal);
    }

    [Fact]
    public async Task Look_UnpacksToTooMuch_IsABomb()
    {
        var steep = MadeFiles.Zip(zip => Fill(zip, "steep.xml", 4 * FileLimits.HarmlessPart, 0));
        var many = MadeFiles.Zip(zip =>
        {
            for (var i = 0; i <= FileLimits.MostParts; i++)
            {
                zip.CreateEntry($"{i}");
            }
        });

        Assert.Equal(FileRefusal.Bomb, (await LookAsync(steep, "a.docx")).Refusal);
        Assert.Equal(FileRefusal.Bomb, (await LookAsync(many, "a.docx")).Refusal);
    }

    /// <summary>Each part is harmless, all of them together are not.</summary>
    [Fact]
    public async Task Look_ManyHarmlessParts_AreABomb()
    {
        var content = MadeFiles.Zip(zip =>
        {
            for (var i = 0; i * FileLimits.HarmlessPart <= FileLimits.LargestUnpacked; i++)
            {
                Fill(zip, $"{i}", FileLimits.HarmlessPart, 0);
            }
        });

        Assert.Equal(FileRefusal.Bomb, (await LookAsync(content, "a.docx")).Refusal);
    }

    /// <summary>The directory says that little is packed; what is packed is more.</summary>
    [Fact]
    public async Task Look_SizeThatLies_IsDamaged()
    {
        var content = MadeFiles.Zip(zip => Fill(zip, "a", 100_000, 7));
        var at = content.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24;
        Assert.Equal(100_000, BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(at)));
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(at), 200_000);

        Assert.Equal(FileRefusal.Damaged, (await LookAsync(content, "a.docx")).Refusal);
    }

    /// <summary>Readers that recurse end the process here.</summary>
    [Fact]
    public async Task Look_StoragesWithinStorages_IsDamaged() => Assert.Equal(FileRefusal.Damaged, (await LookAsync(MadeFiles.NestedStorages(40_000), "a.hwp")).Refusal);

    [Fact]
    public async Task Look_DirectoryInACircle_IsDamaged()
    {
        var content = MadeFiles.NestedStorages(2_000);
        var directory = BinaryPrimitives.ReadInt32LittleEndian(content.AsSpan(48));
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(512 + (4 * directory)), directory);

        Assert.Equal(FileRefusal.Damaged, (await LookAsync(content, "a.hwp")).Refusal);
    }

    /// <summary>Whatever bytes are broken, the answer is a finding.</summary>
    [Fact]
    public void Look_BrokenBytes_NeverThrow()
    {
        var files = Enum.GetValues<FileKind>().Select(kind => (Kind: kind, Content: Content(kind))).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 5_000], Gen.Byte).Array[0, 8]).Sample((which, breaks) =>
        {
            var content = (byte[])files[which].Content.Clone();
            foreach (var (at, value) in breaks)
            {
                content[at % content.Length] = value;
            }

            var finding = LookAsync(content, $"a.{files[which].Kind.Extensions()[0]}").GetAwaiter().GetResult();
            return finding.IsTaken ^ finding.Refusal is not null;
        }, iter: 2_000);
    }

    [Fact]
    public async Task Look_LeavesTheContentAtItsStart()
    {
        using var content = new MemoryStream(MadeFiles.Office(MadeFiles.Word));
        await FileCheck.LookAsync(content, "a.docx", CancellationToken.None);

        Assert.Equal(0, content.Position);
    }

    [Fact]
    public void Refusals_SayTheirReason() => Assert.Contains("20", FileRefusal.TooLarge.Message, StringComparison.Ordinal);

    private static void Fill(ZipArchive zip, string name, long size, byte value)
    {
        using var part = zip.CreateEntry(name).Open();
        var block = new byte[64 * 1024];
        Array.Fill(block, value);
        for (var left = size; left > 0; left -= block.Length)
        {
            part.Write(block, 0, (int)Math.Min(left, block.Length));
        }
    }

    private static async Task<FileFinding> LookAsync(byte[] content, string? name)
    {
        using var stream = new MemoryStream(content);
        return await FileCheck.LookAsync(stream, name, CancellationToken.None);
    }

    private static byte[] Content(FileKind kind) => kind switch
    {
        FileKind.Pdf => MadeFiles.Pdf,
        FileKind.Png => MadeFiles.Png,
        FileKind.Jpeg => MadeFiles.Jpeg,
        FileKind.Gif => MadeFiles.Gif,
        FileKind.Webp => MadeFiles.Webp,
        FileKind.Tiff => MadeFiles.Tiff,
        FileKind.Docx => MadeFiles.Office(MadeFiles.Word),
        FileKind.Xlsx => MadeFiles.Office(MadeFiles.Excel),
        FileKind.Pptx => MadeFiles.Office(MadeFiles.PowerPoint),
        FileKind.Doc => MadeFiles.Doc,
        FileKind.Xls => MadeFiles.Xls(),
        FileKind.Ppt => MadeFiles.Ppt,
        FileKind.Hwp => MadeFiles.Hwp,
        FileKind.Hwpx => MadeFiles.Hwpx,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
