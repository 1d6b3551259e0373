using System.Text.RegularExpressions;
using TradeMission.Web.Tests.Repository;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>What the compiler's list of banned symbols holds too, read from the source: the list can be switched off by a pragma, this cannot.</summary>
public sealed partial class SourceTests
{
    private static readonly IReadOnlyList<string> Sources =
        [.. WorkingCopy.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))];

    [Fact]
    public void Sql_AndProviders_StayInData() =>
        Assert.Empty(Sources.Where(file => !file.StartsWith("src/TradeMission.Web/Data/", StringComparison.Ordinal) && OfOneProvider().IsMatch(WorkingCopy.Read(file))));

    /// <summary>Written past SaveChanges, nothing is audited and no total moves: only totals themselves are, whole tables when sample data is reset, and what takes a lock and changes nothing.</summary>
    [Fact]
    public void Writes_PastSaveChanges_AreKnown() =>
        Assert.Equal(
            ["src/TradeMission.Web/Data/AdministratorLock.cs", "src/TradeMission.Web/Data/KeptQueries.cs", "src/TradeMission.Web/Data/Samples/SampleData.cs", "src/TradeMission.Web/Data/TotalRows.cs", "src/TradeMission.Web/Data/TotalsMovement.cs"],
            Sources.Where(file => PastSaveChanges().IsMatch(WorkingCopy.Read(file))));

    /// <summary>A compiled query is not seen by the recorder of queries, but where <see cref="CompiledQueriesTests"/> finds it.</summary>
    [Fact]
    public void CompiledQueries_AreKnown() =>
        Assert.Equal(CompiledQueriesTests.Known.Count, Sources.Where(file => file != "src/TradeMission.Web/Data/CompiledQuery.cs").Sum(file => Compiled().Count(WorkingCopy.Read(file))));

    [Fact]
    public void Schema_ComesFromMigrations() =>
        Assert.Empty(WorkingCopy.Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.EndsWith("/SourceTests.cs", StringComparison.Ordinal))
            .Where(file => Ensured().IsMatch(WorkingCopy.Read(file))));

    [GeneratedRegex(@"FromSql|SqlQuery(Raw)?\b|ExecuteSql|PRAGMA |using Microsoft\.Data\.Sql|UseSqlite\b|UseSqlServer\b|IsSqlite\(|IsSqlServer\(|EF\.Functions\.(DateDiff|Glob|FreeText|Collate)|CreateDbCommand|IRawSqlCommandBuilder")]
    private static partial Regex OfOneProvider();

    [GeneratedRegex(@"\.Execute(Update|Delete)(Async)?\(")]
    private static partial Regex PastSaveChanges();

    [GeneratedRegex(@"EF\.Compile(Async)?Query")]
    private static partial Regex Compiled();

    [GeneratedRegex(@"\bEnsure(Created|Deleted)(Async)?\(")]
    private static partial Regex Ensured();
}
