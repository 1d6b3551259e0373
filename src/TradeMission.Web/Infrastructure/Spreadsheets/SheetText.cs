using System.Text;
using System.Text.Unicode;
using CsvHelper;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>Rows of text: commas, semicolons or tabs between the cells, in UTF-8, or in code page 949 as Korean Excel writes it.</summary>
internal static class SheetText
{
    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static async Task<SheetReading> ReadAsync(Stream content, string name, SheetLimits limits, CancellationToken cancellation)
    {
        if (content.Length > limits.TextBytes)
        {
            throw new SheetRefusedException(new FileRefusal("Sheets.TextTooLarge", limits.TextBytes / (1024 * 1024)));
        }

        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        var text = Decode(bytes, name);
        var sheet = new SheetBuilder(name, limits);
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = Delimiter(text), HasHeader = false, SkipEmptyLines = false });
        for (var row = 1; await reader.ReadAsync(cancellation); row++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                sheet.Add(row, column, new SheetCell(reader.GetString(column).Trim()));
            }

            sheet.EndRow(row);
        }

        return new SheetReading(name, sheet.Rows, null);
    }

    private static string Decode(byte[] bytes, string name)
    {
        if (bytes is [0xFF, 0xFE, ..])
        {
            return new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes, 2, bytes.Length - 2);
        }

        var marked = bytes is [0xEF, 0xBB, 0xBF, ..];
        var content = bytes.AsSpan(marked ? 3 : 0);
        if (Utf8.IsValid(content))
        {
            return Encoding.UTF8.GetString(content);
        }

        Utf8.ToUtf16(content, new char[content.Length], out var good, out _, replaceInvalidSequences: false);
        return marked || IsUtf8(content[..good]) ? throw Unreadable(content[..good].Count((byte)'\n'), name) : InKorean(bytes, name);
    }

    /// <summary>Line by line, to name the one that breaks: a line break is no half of a character in code page 949.</summary>
    private static string InKorean(byte[] bytes, string name)
    {
        ReadOnlySpan<byte> content = bytes;
        var lines = 0;
        foreach (var line in content.Split((byte)'\n'))
        {
            if (!IsKorean(content[line]))
            {
                throw Unreadable(lines, name);
            }

            lines++;
        }

        return Korean.GetString(bytes);
    }

    /// <summary>The bytes 80 and FF are in no character of code page 949; the decoder gives them one all the same.</summary>
    private static bool IsKorean(ReadOnlySpan<byte> line)
    {
        try
        {
            return line.IndexOfAny((byte)0x80, (byte)0xFF) < 0 && Korean.GetCharCount(line) >= 0;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Hangul takes three bytes in UTF-8. Before the place where it breaks, code page 949 makes such a triple hardly ever; text cut off in the middle is full of them.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> good) => good.IndexOfAnyInRange((byte)0xE0, (byte)0xEF) >= 0;

    private static SheetRefusedException Unreadable(int linesBefore, string name) => new(new FileRefusal("Sheets.Unreadable", name, linesBefore + 1));

    /// <summary>By the first line: what is copied from a spreadsheet has tabs, and amounts have commas.</summary>
    private static char Delimiter(string text)
    {
        var quoted = false;
        var (tabs, commas, semicolons) = (0, 0, 0);
        foreach (var character in text.TrimStart('\r', '\n'))
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && character is '\r' or '\n')
            {
                break;
            }
            else if (!quoted)
            {
                tabs += character == '\t' ? 1 : 0;
                commas += character == ',' ? 1 : 0;
                semicolons += character == ';' ? 1 : 0;
            }
        }

        return tabs > 0 ? '\t' : semicolons > commas ? ';' : ',';
    }
}
