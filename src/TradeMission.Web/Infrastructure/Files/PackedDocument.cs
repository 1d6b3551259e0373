using System.Buffers;
using System.IO.Compression;
using System.IO.Packaging;
using System.Text;
using System.Xml;

namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Documents that are ZIPs: Office Open XML and HWPX.</summary>
internal static class PackedDocument
{
    private const string Hwpx = "application/hwp+zip";

    private static readonly Dictionary<string, FileKind> MainParts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"] = FileKind.Docx,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"] = FileKind.Xlsx,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"] = FileKind.Pptx,
    };

    /// <summary>Neither kind nor refusal: a ZIP of something else.</summary>
    public static async Task<(FileKind? Kind, FileRefusal? Refusal)> ReadAsync(Stream content, CancellationToken cancellation)
    {
        try
        {
            await using var zip = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, Encoding.UTF8, cancellation);
            if (await RefusalOfAsync(zip, cancellation) is { } refusal)
            {
                return (null, refusal);
            }

            if (zip.GetEntry("mimetype") is { } mimetype)
            {
                return (await SaysHwpxAsync(mimetype, cancellation) ? FileKind.Hwpx : null, null);
            }

            return zip.GetEntry("[Content_Types].xml") is null ? (null, null) : Office(content);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or IOException or FormatException or XmlException or ArgumentException or NotSupportedException or OverflowException)
        {
            return (null, FileRefusal.Damaged);
        }
    }

    /// <summary>What the directory of the ZIP claims is looked at first: a bomb is refused before a byte of it is unpacked. Then all of it is unpacked once, since the claims may lie.</summary>
    private static async Task<FileRefusal?> RefusalOfAsync(ZipArchive zip, CancellationToken cancellation)
    {
        if (zip.Entries.Count > FileLimits.MostParts || zip.Entries.Sum(part => part.Length) > FileLimits.LargestUnpacked || zip.Entries.Any(IsSteep))
        {
            return FileRefusal.Bomb;
        }

        if (zip.Entries.Any(part => part.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            return FileRefusal.Macros;
        }

        foreach (var part in zip.Entries)
        {
            if (await UnpackedAsync(part, cancellation) != part.Length)
            {
                return FileRefusal.Damaged;
            }
        }

        return null;
    }

    private static bool IsSteep(ZipArchiveEntry part) => part.Length > FileLimits.HarmlessPart && part.Length > part.CompressedLength * FileLimits.SteepestRatio;

    /// <summary>Bytes, counted no further than one past what the part claims.</summary>
    private static async Task<long> UnpackedAsync(ZipArchiveEntry part, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            await using var unpacked = await part.OpenAsync(cancellation);
            var size = 0L;
            while (size <= part.Length && await unpacked.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                size += read;
            }

            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async Task<bool> SaysHwpxAsync(ZipArchiveEntry mimetype, CancellationToken cancellation)
    {
        if (mimetype.Length > 100)
        {
            return false;
        }

        using var reader = new StreamReader(await mimetype.OpenAsync(cancellation));
        return (await reader.ReadToEndAsync(cancellation)).Trim() == Hwpx;
    }

    /// <summary>By the type of the part that the package's relationships call its document: names of parts are free.</summary>
    private static (FileKind? Kind, FileRefusal? Refusal) Office(Stream content)
    {
        content.Position = 0;
        using var package = Package.Open(content, FileMode.Open, FileAccess.Read);
        var types = package.GetParts().Select(part => part.ContentType).ToList();
        if (types.Any(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
        {
            return (null, FileRefusal.Macros);
        }

        var main = package.GetRelationships()
            .Where(relationship => relationship.TargetMode == TargetMode.Internal && relationship.RelationshipType.EndsWith("/officeDocument", StringComparison.Ordinal))
            .Select(relationship => PackUriHelper.ResolvePartUri(new Uri("/", UriKind.Relative), relationship.TargetUri))
            .Where(package.PartExists)
            .Select(uri => package.GetPart(uri).ContentType)
            .FirstOrDefault();
        return (main is not null && MainParts.TryGetValue(main, out var kind) ? kind : null, null);
    }
}
