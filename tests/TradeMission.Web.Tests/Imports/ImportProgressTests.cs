using System.Net;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Imports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Imports;

public sealed class ImportProgressTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Save_IsCountedToItsEnd()
    {
        const int Many = 60;
        await using var db = portal.Open();
        var import = new Import { Key = Guid.NewGuid(), Kind = ImportKind.Buyers, MissionId = null, FileName = "바이어.xlsx", Fingerprint = "00", Rows = Many, Content = "{}", ByName = "test", At = TestDatabase.Start.UtcDateTime };
        db.Add(import);
        db.AddRange(Enumerable.Range(0, Many).Select(number => new Buyer { Name = $"Counted {number}", Country = "VN" }));
        db.AuditAsOne(import);
        var progress = new ImportProgress();
        progress.Begin(ImportStage.Saving, 2 * Many);
        var seen = new List<int>();

        using (SavedRows.CountInto(by =>
        {
            progress.Step(by);
            seen.Add(progress.Done);
        }))
        {
            await db.SaveChangesAsync();
        }

        Assert.Equal((2 * Many, 2 * Many), (progress.Done, progress.Total));
        Assert.Equal(seen.Order(), seen);
        Assert.InRange(seen.Count, Many, int.MaxValue);

        // Only what was asked for is counted.
        db.Add(new Buyer { Name = "Not counted", Country = "VN" });
        await db.SaveChangesAsync();
        Assert.DoesNotContain(seen, done => done > 2 * Many);
    }

    [Fact]
    public async Task Work_IsSeenByItsOwnerWhileItLasts()
    {
        var watch = new ImportWatch();
        var key = Guid.NewGuid();

        await watch.WhileAsync(key, 7, progress =>
        {
            progress.Begin(ImportStage.Checking, 10);
            progress.Step(4);
            Assert.Equal((ImportStage.Checking, 4, 10), (watch.Find(key, 7)!.Stage, watch.Find(key, 7)!.Done, watch.Find(key, 7)!.Total));
            Assert.Null(watch.Find(key, 8));
            return Task.FromResult(true);
        });

        Assert.Null(watch.Find(key, 7));
        await Assert.ThrowsAsync<InvalidOperationException>(() => watch.WhileAsync<bool>(key, 7, _ => throw new InvalidOperationException()));
        Assert.Null(watch.Find(key, 7));
    }

    [Fact]
    public async Task Get_WhereNothingIsDone_IsEmpty()
    {
        var officer = await portal.SignInAsync(World.Officer);
        using var answer = await officer.GetAsync($"/imports/drafts/{Guid.NewGuid()}/progress");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Contains("no-store", $"{answer.Headers.CacheControl}", StringComparison.Ordinal);
    }
}
