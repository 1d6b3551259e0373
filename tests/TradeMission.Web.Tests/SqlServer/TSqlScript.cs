using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>T-SQL as Microsoft's own parser reads it.</summary>
internal static class TSqlScript
{
    /// <summary>The script's statements over all its GO batches; what stands in IF, BEGIN or EXEC of a literal is taken out of it.</summary>
    /// <exception cref="InvalidOperationException">The script is not T-SQL.</exception>
    public static IEnumerable<TSqlStatement> Statements(string script) =>
        ((Microsoft.SqlServer.TransactSql.ScriptDom.TSqlScript)Parse(script)).Batches.SelectMany(batch => batch.Statements).SelectMany(Inner);

    /// <summary>How many columns a query answers with; null where the text changes something.</summary>
    public static int? FieldsOf(string text) =>
        Statements(text).ToList() is [SelectStatement { QueryExpression: var query }] ? ColumnsOf(query) : null;

    public static string Text(TSqlFragment fragment)
    {
        new Sql150ScriptGenerator(new SqlScriptGeneratorOptions { IncludeSemicolons = true }).GenerateScript(fragment, out var text);
        return text;
    }

    private static int ColumnsOf(QueryExpression query) => query switch
    {
        QuerySpecification plain => plain.SelectElements.Count,
        BinaryQueryExpression pair => ColumnsOf(pair.FirstQueryExpression),
        QueryParenthesisExpression inner => ColumnsOf(inner.QueryExpression),
        _ => throw new NotSupportedException(query.GetType().Name),
    };

    private static TSqlFragment Parse(string script)
    {
        var parsed = new TSql150Parser(true).Parse(new StringReader(script), out var errors);
        return errors.Count == 0
            ? parsed
            : throw new InvalidOperationException(string.Join(Environment.NewLine, errors.Select(error => $"{error.Line}:{error.Column} {error.Message}").Append(script)));
    }

    private static IEnumerable<TSqlStatement> Inner(TSqlStatement statement) => statement switch
    {
        IfStatement conditional => Inner(conditional.ThenStatement),
        BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Inner),
        ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings: [StringLiteral literal] } } => Statements(literal.Value),
        _ => [statement],
    };
}
