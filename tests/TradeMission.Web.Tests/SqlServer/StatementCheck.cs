using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>
/// Checks T-SQL without a server: each command becomes a procedure of a schema made by the migrations, and DacFx says what does not parse or resolve. It says
/// nothing about types, data or plans.
/// </summary>
internal static partial class StatementCheck
{
    private static readonly Lazy<TSqlSchema> Migrated = new(() =>
    {
        using var db = PretendServer.Context(new PretendServer());
        return TSqlSchema.Of(db.GetService<IMigrator>().GenerateScript());
    });

    /// <summary>What is wrong with the statements, each complaint with its statement; empty when all is well.</summary>
    public static IReadOnlyList<string> Errors(IReadOnlyList<SqlStatement> statements) => Errors(Migrated.Value, statements);

    public static IReadOnlyList<string> Errors(TSqlSchema schema, IReadOnlyList<SqlStatement> statements)
    {
        using var model = schema.ToModel();
        var wrong = new List<string>();
        foreach (var (statement, number) in statements.Select((statement, number) => (statement, number)))
        {
            try
            {
                _ = TSqlScript.Statements(statement.Text).ToList();
                model.AddOrUpdateObjects($"CREATE PROCEDURE [Statement{number}] {statement.Parameters} AS BEGIN\n{statement.Text}\nEND", $"{number}", new TSqlObjectOptions());
            }
            catch (Exception refused) when (refused is InvalidOperationException or DacModelException)
            {
                wrong.Add($"{refused.Message}\n{statement.Text}");
            }
        }

        foreach (var message in model.Validate())
        {
            var statement = Procedure().Match(message.Message) is { Success: true } found ? statements[int.Parse(found.Groups[1].Value)].Text : "";
            wrong.Add($"{message.Prefix}{message.Number}: {message.Message}\n{statement}");
        }

        return wrong;
    }

    [GeneratedRegex(@"\[Statement(\d+)\]")]
    private static partial Regex Procedure();
}
