using System.Collections.Concurrent;

namespace TradeMission.Web.Features.Imports;

/// <summary>The imports that this portal is working on now, for those who wait for them.</summary>
public sealed class ImportWatch
{
    private readonly ConcurrentDictionary<(Guid Key, long User), ImportProgress> running = new();

    /// <summary>Null where nothing is being done.</summary>
    public ImportProgress? Find(Guid key, long user) => running.GetValueOrDefault((key, user));

    /// <summary>Does the work where its progress can be seen.</summary>
    public async Task<T> WhileAsync<T>(Guid key, long user, Func<ImportProgress, Task<T>> work)
    {
        var progress = running[(key, user)] = new ImportProgress();
        try
        {
            return await work(progress);
        }
        finally
        {
            running.TryRemove(new((key, user), progress));
        }
    }
}
