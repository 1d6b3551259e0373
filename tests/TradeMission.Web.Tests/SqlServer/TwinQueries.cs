using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>
/// The queries that ran in this test run, as SQL Server would be told them. The <see cref="Portal"/> fixture records; <see cref="AssertValid"/> checks what has come
/// since it was last asked. A compiled query goes past the recorder: <see cref="CompiledQueriesTests"/> asks each of them.
/// </summary>
internal static class TwinQueries
{
    private static readonly ConcurrentDictionary<SqlStatement, bool> Known = new();
    private static readonly ConcurrentQueue<SqlStatement> Unchecked = new();
    private static readonly ConcurrentQueue<string> Refusals = new();

    public static IEnumerable<SqlStatement> Statements => Known.Keys;

    /// <summary>Fails with what of the recorded, and not yet checked, SQL Server would refuse.</summary>
    public static void AssertValid()
    {
        var errors = Errors();
        Assert.True(errors.Count == 0, $"SQL Server would refuse:\n{string.Join("\n\n", errors)}");
    }

    private static List<string> Errors()
    {
        var statements = new List<SqlStatement>();
        while (Unchecked.TryDequeue(out var statement))
        {
            statements.Add(statement);
        }

        var errors = statements.Count == 0 ? [] : StatementCheck.Errors(statements).ToList();
        while (Refusals.TryDequeue(out var refusal))
        {
            errors.Add(refusal);
        }

        return errors;
    }

    public static void Run<TResult>(Expression expression)
    {
        var server = new PretendServer();
        using var db = PretendServer.Context(server);
        try
        {
            var answer = db.GetService<IAsyncQueryProvider>().Execute<TResult>(new Transplant(db).Visit(expression));
            if (answer is IEnumerable rows and not string)
            {
                foreach (var _ in rows)
                {
                }
            }
        }
        catch (Exception refused) when (server.Statements.Count > 0 && refused is not NotSupportedException)
        {
            // What the domain makes of noughts and ones is no matter here.
        }
        catch (Exception refused)
        {
            Refusals.Enqueue($"SQL Server's provider does not translate {expression}: {refused}");
        }

        foreach (var statement in server.Statements.Where(statement => Known.TryAdd(statement, true)))
        {
            Unchecked.Enqueue(statement);
        }
    }

    /// <summary>The same query on another context: its tables, and those of queries that it holds on to by a variable, become the other's.</summary>
    private sealed class Transplant(DbContext home) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(home.GetService<IAsyncQueryProvider>(), home.Model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);

        protected override Expression VisitConstant(ConstantExpression node) => node.Value is IQueryable query && query.Expression != node ? Visit(query.Expression) : node;

        protected override Expression VisitMember(MemberExpression node) => IsHeldQuery(node) ? Visit(Evaluate(node).Expression) : base.VisitMember(node);

        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.DeclaringType != typeof(Queryable) && node.Method.DeclaringType != typeof(EntityFrameworkQueryableExtensions)
            && node.Method.DeclaringType != typeof(RelationalQueryableExtensions) && IsHeldQuery(node)
                ? Visit(Evaluate(node).Expression)
                : base.VisitMethodCall(node);

        private static bool IsHeldQuery(Expression node)
        {
            if (!typeof(IQueryable).IsAssignableFrom(node.Type))
            {
                return false;
            }

            var free = new FreeOfParameters();
            free.Visit(node);
            return free.Is;
        }

        private static IQueryable Evaluate(Expression node) => (IQueryable)Expression.Lambda(node).Compile(true).DynamicInvoke()!;
    }

    private sealed class FreeOfParameters : ExpressionVisitor
    {
        public bool Is { get; private set; } = true;

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Is = false;
            return node;
        }

        protected override Expression VisitExtension(Expression node)
        {
            Is = false;
            return node;
        }
    }
}
