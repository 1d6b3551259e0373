namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Keeps files under names of its own; what people called them, and whether they may see them, is the record's matter. A folder now, an object store where there is one.</summary>
public interface IFileStore
{
    /// <summary>Null where the content is longer than <see cref="FileLimits.Largest"/>: copying stops there and leaves nothing behind.</summary>
    Task<StoredFile?> SaveAsync(Stream content, CancellationToken cancellation);

    /// <summary>Null where there is no such file, or the name is none of the store's.</summary>
    Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation);

    /// <summary>A file that is not there is deleted already.</summary>
    Task DeleteAsync(string name, CancellationToken cancellation);
}
