using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Infrastructure.Security;

#pragma warning disable RS0030 // Writes what stands there: it only takes the row's lock, and changes nothing that could be audited or counted.

namespace TradeMission.Web.Data;

/// <summary>One at a time for whoever takes an administrator away.</summary>
public static class AdministratorLock
{
    /// <summary>Keeps others waiting until the transaction ends, so that each sees which administrators the one before has left.</summary>
    public static Task LockAdministratorsAsync(this TradeDbContext db, CancellationToken cancellation) => db.Roles.Where(role => role.Name == Roles.Administrator)
        .ExecuteUpdateAsync(set => set.SetProperty(role => role.ConcurrencyStamp, role => role.ConcurrencyStamp), cancellation);
}
