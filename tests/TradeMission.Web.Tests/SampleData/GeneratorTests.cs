using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;
using TradeMission.Web.Data.Samples.Generated;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.SampleData;

public sealed class GeneratorTests
{
    [Fact]
    public async Task Fill_EmptyDatabase_WritesAsManyAsAskedForWithCleanTotals()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        var saved = new List<int>();

        await Generator.FillAsync(db, 1_205, 3, saved.Add, CancellationToken.None);

        Assert.Equal(1_205, await db.Consultations.CountAsync());
        Assert.Equal(3, await db.Missions.CountAsync());
        Assert.Equal([401, 803, 1_205], saved);
        Assert.Empty(await new TotalsCheck(db).FindAsync());
        Assert.Equal(1_205, await db.AuditEntries.CountAsync(entry => entry.Record == "Consultation" && entry.ActorName == "생성기"));
        Assert.All(await db.Companies.Select(company => company.RegistrationNumber).ToListAsync(), number => Assert.Equal(number, RegistrationNumber.Parse(number)));
    }

    [Fact]
    public async Task Fill_FilledDatabase_RefusesAndWritesNothing()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        await using var db = database.Open();
        var before = await db.Consultations.CountAsync();

        await Assert.ThrowsAsync<SetupException>(() => Generator.FillAsync(db, 10, 1, _ => { }, CancellationToken.None));

        Assert.Equal(before, await db.Consultations.CountAsync());
    }
}
