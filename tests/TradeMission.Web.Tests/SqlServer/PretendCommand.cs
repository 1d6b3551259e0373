using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>Keeps its text and its parameters (real ones of SQL Server's client, since the provider sets what only they have) when it is executed.</summary>
internal sealed class PretendCommand(PretendServer server) : DbCommand
{
    private static readonly ConcurrentDictionary<string, int?> Fields = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = server;

    protected override DbParameterCollection DbParameterCollection { get; } = new PretendParameters();

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override void Prepare()
    {
    }

    public override int ExecuteNonQuery()
    {
        Keep();
        return server.RowsFound;
    }

    public override object? ExecuteScalar()
    {
        Keep();
        return null;
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        Keep();
        return Fields.GetOrAdd(CommandText, TSqlScript.FieldsOf) is { } fields
            ? PretendReader.OfQuery(fields)
            : PretendReader.OfBatch(CommandText.Contains("@@ROWCOUNT", StringComparison.Ordinal) || CommandText.Contains("OUTPUT 1", StringComparison.Ordinal));
    }

    private void Keep() => server.Keep(new SqlStatement(
        CommandText,
        string.Join(", ", DbParameterCollection.Cast<SqlParameter>().Select(parameter => $"@{parameter.ParameterName.TrimStart('@')} {TypeOf(parameter)}"))));

    private static string TypeOf(SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.VarBinary =>
            $"{parameter.SqlDbType}({(parameter.Size is > 0 and <= 4000 ? $"{parameter.Size}" : "max")})",
        SqlDbType.Decimal => $"decimal({(parameter.Precision == 0 ? 18 : parameter.Precision)}, {parameter.Scale})",
        _ => parameter.SqlDbType.ToString(),
    };
}
