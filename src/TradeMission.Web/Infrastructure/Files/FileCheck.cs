namespace TradeMission.Web.Infrastructure.Files;

/// <summary>What a file really is. A name and a content type are only what somebody says; what counts is the content, and the name has to agree with it.</summary>
public static class FileCheck
{
    private const int Head = 16;

    /// <param name="content">Can be sought in; it stands at its start afterwards.</param>
    /// <param name="name">As the sender called it.</param>
    public static async Task<FileFinding> LookAsync(Stream content, string? name, CancellationToken cancellation)
    {
        var clean = FileName.Clean(name);
        var (kind, refusal) = await ReadAsync(content, clean, cancellation);
        content.Position = 0;
        if (refusal is null && !kind!.Value.Extensions().Contains(FileName.Extension(clean)))
        {
            refusal = FileRefusal.Lies(FileName.Extension(clean), kind.Value);
        }

        return new FileFinding(clean, refusal is null ? kind : null, refusal);
    }

    private static async Task<(FileKind? Kind, FileRefusal? Refusal)> ReadAsync(Stream content, string name, CancellationToken cancellation)
    {
        if (content.Length == 0)
        {
            return (null, FileRefusal.Empty);
        }

        if (content.Length > FileLimits.Largest)
        {
            return (null, FileRefusal.TooLarge);
        }

        content.Position = 0;
        var head = new byte[Head];
        head = head[..await content.ReadAtLeastAsync(head, Head, throwOnEndOfStream: false, cancellation)];
        content.Position = 0;
        var (kind, refusal) = Signature.IsZip(head) ? await PackedDocument.ReadAsync(content, cancellation)
            : Signature.IsCompound(head) ? await CompoundDocument.ReadAsync(content, cancellation)
            : (Signature.Read(head), null);
        if (kind is not null || refusal is not null)
        {
            return (kind, refusal);
        }

        return (null, FileKinds.Claimed(name) is { } claimed ? FileRefusal.IsNot(claimed) : FileRefusal.NotAllowed);
    }
}
