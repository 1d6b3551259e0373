using System.Data;
using System.Data.Common;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>A transaction that nothing depends on.</summary>
internal sealed class PretendTransaction(PretendServer server) : DbTransaction
{
    public override IsolationLevel IsolationLevel => IsolationLevel.ReadCommitted;

    public override bool SupportsSavepoints => true;

    protected override DbConnection DbConnection => server;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }

    public override void Save(string savepointName)
    {
    }

    public override void Rollback(string savepointName)
    {
    }
}
