using System.Globalization;
using System.Text;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Text of an uploaded file: UTF-8, or what Korean Excel saves as CSV.</summary>
public static class RateText
{
    private static readonly UTF8Encoding Utf8 = new(false, true);

    private static readonly Encoding Korean = CodePagesEncodingProvider.Instance.GetEncoding(949, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>Null where the bytes are text in neither.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        var body = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        var text = Read(Utf8, body) ?? Read(Korean, bytes);
        return text is null || !text.All(IsWritten) ? null : Lines(text);
    }

    /// <summary>With line feeds alone, as forms do not leave them: a text must read the same when it comes back.</summary>
    public static string Lines(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    /// <summary>Code page 949 reads nearly any bytes: what it has no letter for becomes a control or a letter for private use.</summary>
    private static bool IsWritten(char letter) =>
        letter is '\t' or '\r' or '\n' || char.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse);

    private static string? Read(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
