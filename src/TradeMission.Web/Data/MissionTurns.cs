using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Data;

/// <summary>Missions whose turn to write the current transaction has, so that a save inside it need not take it again.</summary>
internal sealed class MissionTurns
{
    private readonly HashSet<long> missions = [];
    private Guid? transaction;

    public bool Has(DbContext db, long mission) => transaction is not null && transaction == db.Database.CurrentTransaction?.TransactionId && missions.Contains(mission);

    public void Take(DbContext db, long mission)
    {
        var current = db.Database.CurrentTransaction?.TransactionId;
        if (current != transaction)
        {
            GiveUp();
        }

        transaction = current;
        missions.Add(mission);
    }

    /// <summary>Going back to a savepoint gives up what was locked after it.</summary>
    public void GiveUp() => missions.Clear();
}
