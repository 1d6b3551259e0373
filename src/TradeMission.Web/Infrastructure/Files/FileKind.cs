namespace TradeMission.Web.Infrastructure.Files;

/// <summary>What a file is, by its content.</summary>
public enum FileKind
{
    Pdf,
    Png,
    Jpeg,
    Gif,
    Webp,
    Tiff,
    Docx,
    Xlsx,
    Pptx,
    Doc,
    Xls,
    Ppt,
    Hwp,
    Hwpx,
}
