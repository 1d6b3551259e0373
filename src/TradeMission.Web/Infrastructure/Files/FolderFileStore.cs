using System.Buffers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Files in <see cref="FileSettings.Folder"/>, in folders of two levels so that none grows too large to list: 3f/a2/3fa2….</summary>
internal sealed partial class FolderFileStore(IOptions<FileSettings> settings, IHostEnvironment environment) : IFileStore
{
    private string Folder { get; } = Path.GetFullPath(Path.Combine(environment.ContentRootPath, settings.Value.Folder));

    public async Task<StoredFile?> SaveAsync(Stream content, CancellationToken cancellation)
    {
        var name = Guid.NewGuid().ToString("N");
        var path = PathOf(name);
        var unfinished = path + ".tmp";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            if (await CopyAsync(content, unfinished, cancellation) is not var (size, hash))
            {
                return null;
            }

            File.Move(unfinished, path);
            return new StoredFile(name, size, Convert.ToHexStringLower(hash));
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation)
    {
        var path = OwnName().IsMatch(name) ? PathOf(name) : null;
        return Task.FromResult<Stream?>(File.Exists(path) ? new FileStream(path, Reading) : null);
    }

    public Task DeleteAsync(string name, CancellationToken cancellation)
    {
        if (OwnName().IsMatch(name) && PathOf(name) is var path && File.Exists(path))
        {
            File.Delete(path);
        }

        return Task.CompletedTask;
    }

    private static FileStreamOptions Reading => new() { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, Share = FileShare.Read | FileShare.Delete };

    private static FileStreamOptions Writing => new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };

    private string PathOf(string name) => Path.Combine(Folder, name[..2], name[2..4], name);

    /// <summary>Size and hash of what was written, or null where it grew too long.</summary>
    private static async Task<(long Size, byte[] Hash)?> CopyAsync(Stream content, string path, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            await using var file = new FileStream(path, Writing);
            var size = 0L;
            while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
            {
                size += read;
                if (size > FileLimits.Largest)
                {
                    return null;
                }

                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
            }

            // On the disk before the record that names it is in the database.
            file.Flush(flushToDisk: true);
            return (size, hash.GetHashAndReset());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Nothing else is ever a path: no dots, no separators.</summary>
    [GeneratedRegex(@"\A[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OwnName();
}
