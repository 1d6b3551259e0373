namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Kinds that their first bytes tell.</summary>
internal static class Signature
{
    public static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x03\x04"u8);

    /// <summary>Microsoft's compound file, in which old Office documents and HWP are kept.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    public static FileKind? Read(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileKind.Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG\r\n\x1A\n"u8]) ? FileKind.Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileKind.Jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? FileKind.Gif
        : head.StartsWith("RIFF"u8) && head.Length >= 12 && head[8..].StartsWith("WEBP"u8) ? FileKind.Webp
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? FileKind.Tiff
        : null;
}
