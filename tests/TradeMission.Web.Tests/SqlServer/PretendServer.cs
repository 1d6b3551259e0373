using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>A connection on which EF Core's SQL Server provider runs as on the real one; it keeps what it is told and answers as an empty database would.</summary>
internal sealed class PretendServer : DbConnection
{
    private readonly List<SqlStatement> statements = [];
    private ConnectionState state;

    public IReadOnlyList<SqlStatement> Statements => statements;

    /// <summary>How many rows an UPDATE or DELETE finds.</summary>
    public int RowsFound { get; init; } = 1;

    [AllowNull]
    public override string ConnectionString { get; set; } = "";

    public override string Database => "pretend";

    public override string DataSource => "pretend";

    public override string ServerVersion => "15.0";

    public override ConnectionState State => state;

    public static SqlServerTradeDbContext Context(PretendServer server)
    {
        var options = new DbContextOptionsBuilder<SqlServerTradeDbContext>();
        DatabaseSetup.UseSqlServer(options, "Server=pretend;Database=pretend;Encrypt=True", new SqlServerSettings());
        var db = new SqlServerTradeDbContext(options.Options);
        db.Database.SetDbConnection(server);
        return db;
    }

    public void Keep(SqlStatement statement) => statements.Add(statement);

    public override void Open() => state = ConnectionState.Open;

    public override void Close() => state = ConnectionState.Closed;

    public override void ChangeDatabase(string databaseName)
    {
    }

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new PretendTransaction(this);

    protected override DbCommand CreateDbCommand() => new PretendCommand(this);
}
