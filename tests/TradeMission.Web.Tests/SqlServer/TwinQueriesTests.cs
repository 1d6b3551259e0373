using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>That the recorder records, whatever shape a query has.</summary>
public sealed partial class TwinQueriesTests
{
    [Fact]
    public async Task Queries_OfEveryShape_AreRecorded()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = Recording(database);
        var cities = new[] { "ID", "VN" };
        var held = db.Consultations.Where(consultation => consultation.Value != null);

        await db.Missions.TagWith("shape: page").Where(mission => mission.Status == MissionStatus.Underway).OrderBy(mission => mission.StartsOn).Skip(0).Take(50).ToListAsync();
        await db.Missions.TagWith("shape: parts").Include(mission => mission.Stops).FirstOrDefaultAsync(mission => mission.Id == 4711);
        await db.Stops.TagWith("shape: number").CountAsync(stop => cities.Contains(stop.Country));
        await db.Missions.TagWith("shape: held query")
            .Select(mission => new { mission.Id, Value = held.Where(consultation => consultation.MissionId == mission.Id).Sum(consultation => consultation.Value!.BaseAmount) })
            .ToListAsync();
        await db.Missions.TagWith("shape: inner query")
            .Where(mission => db.Consultations.Any(consultation => consultation.MissionId == mission.Id && consultation.NextStep != null)).AnyAsync();
        await foreach (var _ in db.Buyers.TagWith("shape: groups").AsNoTracking().GroupBy(buyer => buyer.Country).Select(group => new { group.Key, Count = group.Count() }).AsAsyncEnumerable())
        {
        }

        _ = db.Companies.TagWith("shape: synchronous").Select(company => company.NameKo).OrderBy(name => name).First();

        var recorded = TwinQueries.Statements.Select(statement => Tag().Match(statement.Text)).Where(tag => tag.Success).Select(tag => tag.Groups[1].Value).Order();
        Assert.Equal(["groups", "held query", "inner query", "number", "page", "parts", "parts", "synchronous"], recorded);
        TwinQueries.AssertValid();
    }

    private static SqliteTradeDbContext Recording(TestDatabase database)
    {
        var options = new DbContextOptionsBuilder<SqliteTradeDbContext>();
        DatabaseSetup.UseSqlite(options, database.Connection);
        options.ReplaceService<IAsyncQueryProvider, TwinQueryProvider>();
        return new SqliteTradeDbContext(options.Options);
    }

    [GeneratedRegex("-- shape: (.*)")]
    private static partial Regex Tag();
}
