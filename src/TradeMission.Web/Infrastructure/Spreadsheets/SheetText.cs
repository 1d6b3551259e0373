using System.Text;
using CsvHelper;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Infrastructure.Spreadsheets;

/// <summary>Rows of text: commas, semicolons or tabs between the cells, in UTF-8, or in code page 949 as Korean Excel writes it.</summary>
internal static class SheetText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public static async Task<SheetReading> ReadAsync(Stream content, string name, SheetLimits limits, CancellationToken cancellation)
    {
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
        var start = marked ? 3 : 0;
        try
        {
            return Utf8.GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException broken)
        {
            var good = bytes.AsSpan(start, Math.Clamp(broken.Index, 0, bytes.Length - start));
            return marked || IsUtf8(good) ? throw Unreadable(good, name) : InKorean(bytes, name);
        }
    }

    private static string InKorean(byte[] bytes, string name)
    {
        try
        {
            return Korean.GetString(bytes);
        }
        catch (DecoderFallbackException broken)
        {
            throw Unreadable(bytes.AsSpan(0, Math.Clamp(broken.Index, 0, bytes.Length)), name);
        }
    }

    /// <summary>Hangul takes three bytes in UTF-8. Before the place where it breaks, code page 949 makes such a triple hardly ever; text cut off in the middle is full of them.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> good) => good.IndexOfAnyInRange((byte)0xE0, (byte)0xEF) >= 0;

    private static SheetRefusedException Unreadable(ReadOnlySpan<byte> before, string name) => new(new FileRefusal("Sheets.Unreadable", name, before.Count((byte)'\n') + 1));

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
