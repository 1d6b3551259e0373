using System.Reflection;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>The questions that no recorder of queries sees: each is asked on the pretended server, with everything given that may be given and with as little as possible.</summary>
public sealed class CompiledQueriesTests
{
    /// <summary>Found in the portal's static fields, so that none is forgotten.</summary>
    internal static IReadOnlyList<FieldInfo> Known { get; } = [.. typeof(TradeDbContext).Assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(CompiledQuery<>))];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CompiledQueries_AreValid(bool given)
    {
        var server = new PretendServer();
        foreach (var field in Known)
        {
            await using var db = PretendServer.Context(server);
            var asked = server.Statements.Count;
            var query = field.GetValue(null)!;
            var question = (Delegate)query.GetType().GetMethod("On")!.Invoke(query, [db])!;
            var rows = question.DynamicInvoke([db, .. question.Method.GetParameters().Skip(1).Select(parameter => Sample(parameter.ParameterType, given))])!;
            await ReadAsync((dynamic)rows);

            Assert.True(server.Statements.Count > asked, $"{field.DeclaringType} {field.Name} asked nothing");
        }

        Assert.NotEmpty(Known);
        Assert.Empty(StatementCheck.Errors([.. server.Statements.Distinct()]));
    }

    [Fact]
    public async Task RegisterState_IsValid()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        await RegisterState.OfAsync(db, CancellationToken.None);

        Assert.Contains("Participations", Assert.Single(server.Statements).Text, StringComparison.Ordinal);
        Assert.Empty(StatementCheck.Errors(server.Statements));
    }

    private static object? Sample(Type type, bool given) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => given ? Sample(inner, given) : null,
        _ when type == typeof(long[]) => given ? new long[] { 1, 2, 3 } : [],
        { IsValueType: true } => Activator.CreateInstance(type),
        _ => throw new NotSupportedException($"Give {type} a sample."),
    };

    private static async Task ReadAsync<TRow>(IAsyncEnumerable<TRow> rows)
    {
        try
        {
            await foreach (var _ in rows)
            {
            }
        }
        catch (Exception refused) when (refused is not NotSupportedException)
        {
            // What the domain makes of noughts and ones is no matter here.
        }
    }
}
