using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TradeMission.Web.Data;

/// <summary>One save as a whole: a transaction of its own, or a savepoint in the caller's, so that a caller who goes on after a failure commits no half of it.</summary>
internal sealed class SaveStep : IAsyncDisposable
{
    private const string Savepoint = "TradeMissionSave";

    private readonly DatabaseFacade database;
    private readonly IDbContextTransaction transaction;
    private readonly bool isOwn;

    private SaveStep(DatabaseFacade database, IDbContextTransaction transaction, bool isOwn)
    {
        this.database = database;
        this.transaction = transaction;
        this.isOwn = isOwn;
        database.AutoSavepointsEnabled = false;
    }

    public static async Task<SaveStep> BeginAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        if (database.CurrentTransaction is not { } callers)
        {
            return new SaveStep(database, await database.BeginTransactionAsync(cancellationToken), true);
        }

        await callers.CreateSavepointAsync(Savepoint, cancellationToken);
        return new SaveStep(database, callers, false);
    }

    public Task CommitAsync(CancellationToken cancellationToken) =>
        isOwn ? transaction.CommitAsync(cancellationToken) : transaction.ReleaseSavepointAsync(Savepoint, cancellationToken);

    /// <summary>Throws nothing: where the server has already ended the transaction, there is nothing left to undo, and what went wrong first is what counts.</summary>
    public async Task UndoAsync()
    {
        try
        {
            await (isOwn ? transaction.RollbackAsync() : transaction.RollbackToSavepointAsync(Savepoint));
        }
        catch (Exception ended) when (ended is DbException or InvalidOperationException)
        {
        }
    }

    public ValueTask DisposeAsync()
    {
        database.AutoSavepointsEnabled = true;
        return isOwn ? transaction.DisposeAsync() : ValueTask.CompletedTask;
    }
}
