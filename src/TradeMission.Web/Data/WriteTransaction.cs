using Microsoft.EntityFrameworkCore.Storage;

namespace TradeMission.Web.Data;

/// <summary>A transaction together with the turn to write; or a part of one that somebody else began and will end.</summary>
public sealed class WriteTransaction(IDbContextTransaction? transaction, IDisposable? gate, Action? committed) : IAsyncDisposable
{
    /// <summary>Inside the caller's: committing is the caller's matter.</summary>
    public static WriteTransaction OfCaller { get; } = new(null, null, null);

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellationToken);
            committed?.Invoke();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await (transaction?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            gate?.Dispose();
        }
    }
}
