using Microsoft.EntityFrameworkCore.Storage;

namespace TradeMission.Web.Data;

/// <summary>A transaction together with the turn to write.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable gate) : IAsyncDisposable
{
    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            gate.Dispose();
        }
    }
}
