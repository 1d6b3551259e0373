namespace TradeMission.Web.Infrastructure.Files;

/// <summary>The kinds that the portal takes: how their names end, and what a browser is told they are.</summary>
public static class FileKinds
{
    private static readonly Dictionary<FileKind, (string ContentType, string[] Extensions)> All = new()
    {
        [FileKind.Pdf] = ("application/pdf", ["pdf"]),
        [FileKind.Png] = ("image/png", ["png"]),
        [FileKind.Jpeg] = ("image/jpeg", ["jpg", "jpeg", "jpe", "jfif"]),
        [FileKind.Gif] = ("image/gif", ["gif"]),
        [FileKind.Webp] = ("image/webp", ["webp"]),
        [FileKind.Tiff] = ("image/tiff", ["tif", "tiff"]),
        [FileKind.Docx] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx"]),
        [FileKind.Xlsx] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx"]),
        [FileKind.Pptx] = ("application/vnd.openxmlformats-officedocument.presentationml.presentation", ["pptx"]),
        [FileKind.Doc] = ("application/msword", ["doc"]),
        [FileKind.Xls] = ("application/vnd.ms-excel", ["xls"]),
        [FileKind.Ppt] = ("application/vnd.ms-powerpoint", ["ppt"]),
        [FileKind.Hwp] = ("application/x-hwp", ["hwp"]),
        [FileKind.Hwpx] = ("application/hwp+zip", ["hwpx"]),
    };

    /// <summary>For a file field: .pdf,.png,….</summary>
    public static string Accept { get; } = string.Join(',', All.Values.SelectMany(kind => kind.Extensions).Select(extension => "." + extension));

    /// <summary>Safe to answer with: none of these is run by a browser.</summary>
    public static string ContentType(this FileKind kind) => All[kind].ContentType;

    /// <summary>The first is the usual one.</summary>
    public static IReadOnlyList<string> Extensions(this FileKind kind) => All[kind].Extensions;

    /// <summary>What a name claims to be, or null where no kind has such an ending.</summary>
    public static FileKind? Claimed(string name) =>
        All.Where(kind => kind.Value.Extensions.Contains(FileName.Extension(name))).Select(kind => (FileKind?)kind.Key).FirstOrDefault();
}
