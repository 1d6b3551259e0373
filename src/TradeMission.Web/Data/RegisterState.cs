using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace TradeMission.Web.Data;

/// <summary>
/// Tells one state of missions, companies and participations from every other, whoever changed them and in which process: numbers are never given twice, and every
/// change raises a version. Equal states therefore mean that nothing was added, deleted or changed. Of participations it only matters that they are there: one is of
/// its company until a merge, which changes the company.
/// </summary>
public static class RegisterState
{
    /// <summary>Asked with every list across missions, and as text: as an expression it took longer to be looked up than to be answered. Both servers read it.</summary>
    private const string Question = """
        SELECT (SELECT MAX(Id) FROM Missions), (SELECT COUNT(*) FROM Missions), (SELECT SUM(CAST(Version AS bigint)) FROM Missions),
            (SELECT MAX(Id) FROM Companies), (SELECT COUNT(*) FROM Companies), (SELECT SUM(CAST(Version AS bigint)) FROM Companies),
            (SELECT MAX(Id) FROM Participations), (SELECT COUNT(*) FROM Participations)
        """;

    public static async Task<string> OfAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var asked = new RelationalCommandParameterObject(
            db.GetService<IRelationalConnection>(), null, null, db, db.GetService<IRelationalCommandDiagnosticsLogger>(), CommandSource.FromSqlQuery);
        await using var answer = await db.GetService<IRawSqlCommandBuilder>().Build(Question).ExecuteReaderAsync(asked, cancellation);
        await answer.ReadAsync(cancellation);
        var numbers = new object[answer.DbDataReader.FieldCount];
        answer.DbDataReader.GetValues(numbers);
        return string.Join(' ', numbers);
    }
}
