using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Query.Internal;

#pragma warning disable EF1001 // Every query goes through here, and EF has no public place of which that is true.

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>Runs each query as it is, and once more on the pretended SQL Server, so that what SQL Server would be told is known: <see cref="TwinQueries"/>.</summary>
internal sealed class TwinQueryProvider(IQueryCompiler compiler) : EntityQueryProvider(compiler)
{
    private static readonly MethodInfo RunTwin = typeof(TwinQueries).GetMethod(nameof(TwinQueries.Run))!;

    public override TResult Execute<TResult>(Expression expression)
    {
        Run(expression, typeof(TResult));
        return base.Execute<TResult>(expression);
    }

    public override TResult ExecuteAsync<TResult>(Expression expression, CancellationToken cancellationToken = default)
    {
        var result = typeof(TResult);
        var inner = result.GetGenericArguments()[0];
        Run(expression, result.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>) ? typeof(IEnumerable<>).MakeGenericType(inner) : inner);
        return base.ExecuteAsync<TResult>(expression, cancellationToken);
    }

    private static void Run(Expression expression, Type result) => RunTwin.MakeGenericMethod(result).Invoke(null, [expression]);
}
