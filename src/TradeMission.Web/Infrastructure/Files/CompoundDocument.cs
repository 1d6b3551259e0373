namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Documents that are compound files: Office before 2007, and HWP.</summary>
internal static class CompoundDocument
{
    private static readonly string[] MacroStorages = ["Macros", "_VBA_PROJECT_CUR", "VBA"];

    /// <summary>Neither kind nor refusal: a compound file of something else.</summary>
    public static async Task<(FileKind? Kind, FileRefusal? Refusal)> ReadAsync(Stream content, CancellationToken cancellation)
    {
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        try
        {
            var directory = new CompoundDirectory(bytes);
            return directory.RootNames.Contains("EncryptedPackage") ? (null, FileRefusal.Encrypted)
                : MacroStorages.Any(directory.AllNames.Contains) ? (null, FileRefusal.Macros)
                : (KindOf(directory.RootNames), null);
        }
        catch (InvalidDataException)
        {
            return (null, FileRefusal.Damaged);
        }
    }

    private static FileKind? KindOf(IReadOnlySet<string> names) =>
        names.Contains("WordDocument") ? FileKind.Doc
        : names.Contains("Workbook") || names.Contains("Book") ? FileKind.Xls
        : names.Contains("PowerPoint Document") ? FileKind.Ppt
        : names.Contains("FileHeader") && (names.Contains("\u0005HwpSummaryInformation") || names.Contains("BodyText")) ? FileKind.Hwp
        : null;
}
