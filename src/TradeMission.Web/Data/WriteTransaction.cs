using Microsoft.EntityFrameworkCore.Storage;

namespace TradeMission.Web.Data;

/// <summary>A transaction together with the turn to write.</summary>
public sealed class WriteTransaction(IDbContextTransaction transaction, IDisposable gate, Action committed) : IAsyncDisposable
{
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        committed();
    }

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
