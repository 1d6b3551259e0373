using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>
/// What a migration script leaves in an empty database. DacFx's model is declarative and takes no ALTER TABLE … ADD, so the statements that EF writes are
/// carried out here on the parsed CREATE TABLEs; a statement that is not known fails, and wants to be taught.
/// </summary>
internal sealed class TSqlSchema
{
    private readonly Dictionary<string, CreateTableStatement> tables = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Table, string Index), CreateIndexStatement> indexes = [];
    private readonly List<string> data = [];

    /// <summary>INSERT, UPDATE and DELETE of the script, to be checked against the schema.</summary>
    public IReadOnlyList<string> Data => data;

    public IEnumerable<string> Tables => tables.Keys;

    /// <summary>Each table's columns as text, ordered.</summary>
    public IReadOnlyList<string> Columns =>
        [.. tables.SelectMany(table => table.Value.Definition.ColumnDefinitions.Select(column => $"{table.Key}: {TSqlScript.Text(column)}")).Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Indexes => [.. indexes.Values.Select(TSqlScript.Text).Order(StringComparer.Ordinal)];

    public static TSqlSchema Of(string script)
    {
        var schema = new TSqlSchema();
        schema.Do(script);
        return schema;
    }

    public void Do(string script)
    {
        foreach (var statement in TSqlScript.Statements(script))
        {
            Do(statement);
        }
    }

    /// <summary>The schema in DacFx's model.</summary>
    public TSqlModel ToModel()
    {
        var model = new TSqlModel(SqlServerVersion.Sql150, new TSqlModelOptions());
        foreach (var made in tables.Values.Concat<TSqlStatement>(indexes.Values))
        {
            model.AddObjects(TSqlScript.Text(made));
        }

        return model;
    }

    private void Do(TSqlStatement statement)
    {
        switch (statement)
        {
            case BeginTransactionStatement or CommitTransactionStatement:
            case DeclareVariableStatement or SelectStatement { QueryExpression: QuerySpecification { SelectElements: [SelectSetVariable] } }:
            case ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList { Strings.Count: > 1 } }:
                // The last three find and drop a column's default, of which this schema keeps no name.
                break;
            case CreateTableStatement table:
                tables.Add(NameOf(table.SchemaObjectName), table);
                break;
            case DropTableStatement drop:
                foreach (var name in drop.Objects.Select(NameOf))
                {
                    tables.Remove(name);
                    indexes.Keys.Where(key => key.Table == name).ToList().ForEach(key => indexes.Remove(key));
                }

                break;
            case AlterTableAddTableElementStatement alter:
                var definition = tables[NameOf(alter.SchemaObjectName)].Definition;
                alter.Definition.ColumnDefinitions.ToList().ForEach(definition.ColumnDefinitions.Add);
                alter.Definition.TableConstraints.ToList().ForEach(definition.TableConstraints.Add);
                break;
            case AlterTableDropTableElementStatement drop:
                var from = tables[NameOf(drop.SchemaObjectName)].Definition;
                foreach (var gone in drop.AlterTableDropTableElements.Select(element => element.Name.Value))
                {
                    _ = from.ColumnDefinitions.Remove(from.ColumnDefinitions.FirstOrDefault(column => column.ColumnIdentifier.Value == gone))
                        || from.TableConstraints.Remove(from.TableConstraints.Single(constraint => constraint.ConstraintIdentifier.Value == gone));
                }

                break;
            case AlterTableAlterColumnStatement alter:
                var column = tables[NameOf(alter.SchemaObjectName)].Definition.ColumnDefinitions.Single(known => known.ColumnIdentifier.Value == alter.ColumnIdentifier.Value);
                column.DataType = alter.DataType;
                column.Constraints.Clear();
                column.Constraints.Add(new NullableConstraintDefinition { Nullable = alter.AlterTableAlterColumnOption == AlterTableAlterColumnOption.Null });
                break;
            case CreateIndexStatement index:
                indexes.Add((NameOf(index.OnName), index.Name.Value), index);
                break;
            case DropIndexStatement drop:
                foreach (var clause in drop.DropIndexClauses.OfType<DropIndexClause>())
                {
                    indexes.Remove((NameOf(clause.Object), clause.Index.Value));
                }

                break;
            case InsertStatement or UpdateStatement or DeleteStatement:
                data.Add(TSqlScript.Text(statement));
                break;
            default:
                throw new NotSupportedException($"{statement.GetType().Name}: teach {nameof(TSqlSchema)} what this does: {TSqlScript.Text(statement)}");
        }
    }

    private static string NameOf(SchemaObjectName name) => name.BaseIdentifier.Value;
}
