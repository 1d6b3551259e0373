using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Merging;

/// <summary>Everything that a database holds, row by row, but for the audit trail and what only counts changes.</summary>
internal static class Rows
{
    /// <summary>Versions count changes; a stamp says that sessions end.</summary>
    private static readonly string[] Counters = ["Version", "SecurityStamp"];

    private static readonly string[] Trail = ["AuditEntries", "AuditSubjects"];

    /// <summary>The zero rows of totals are left out: a row that is missing equals nought.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var rows = new List<string>();
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Distinct().Except(Trail).Order(StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The names are the model's.
            command.CommandText = $"SELECT * FROM [{table}]";
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                var cells = Enumerable.Range(0, reader.FieldCount).Where(at => !Counters.Contains(reader.GetName(at)))
                    .Select(at => (Name: reader.GetName(at), Text: Convert.ToString(reader.GetValue(at), CultureInfo.InvariantCulture))).ToList();
                if (table is not ("MissionTotals" or "TierTotals") || cells.Any(cell => !cell.Name.EndsWith("Id", StringComparison.Ordinal) && decimal.TryParse(cell.Text, CultureInfo.InvariantCulture, out var figure) && figure != 0))
                {
                    rows.Add($"{table}: {string.Join(", ", cells.Select(cell => $"{cell.Name}={cell.Text}"))}");
                }
            }
        }

        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
