using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Imports;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Imports;

public sealed class ImportProgressTests(Portal portal) : IClassFixture<Portal>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Rows_AreSavedSomeAtATimeAndCountedAndAllOrNothing(bool fails)
    {
        await using var db = portal.Open();
        var watch = new ImportWatch();
        var importer = new InTwoSaves(db, watch, (await db.Users.FirstAsync(user => user.Email == World.Officer)).Id, fails);
        var content = new ImportContent { Rows = [.. Enumerable.Range(1, 5).Select(number => new ImportRow(number, []))] };
        db.ImportDrafts.Add(new ImportDraft { Key = importer.Key, Kind = ImportKind.Buyers, MissionId = null, UserId = importer.User, FileName = "바이어.xlsx", Fingerprint = $"{importer.Key:N}", Content = content.Write(), At = TestDatabase.Start.UtcDateTime });
        await db.SaveChangesAsync();
        var before = await Sent.CountsAsync(portal);

        var import = await new Importing(db, [importer], watch).ConfirmAsync(await db.ImportDrafts.AsNoTracking().SingleAsync(draft => draft.Key == importer.Key), CancellationToken.None);

        Assert.Equal([(0, 5), (3, 5), .. fails ? Array.Empty<(int, int)>() : [(5, 5)]], importer.Seen);
        Assert.Equal(fails, import is null);
        Assert.Equal(fails ? before : before with { Buyers = before.Buyers + 5, Imports = before.Imports + 1, Audit = before.Audit + 1 }, await Sent.CountsAsync(portal));
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

    /// <summary>Five buyers, three of them in the first save; what the watch shows before each.</summary>
    private sealed class InTwoSaves(TradeDbContext db, ImportWatch watch, long user, bool fails) : IImporter
    {
        public long User => user;

        public Guid Key { get; } = Guid.NewGuid();

        public List<(int Done, int Total)> Seen { get; } = [];

        public ImportKind Kind => ImportKind.Buyers;

        public Task<ImportPlan> PlanAsync(long? missionId, ImportContent content, ImportProgress progress, CancellationToken cancellation) =>
            Task.FromResult(new ImportPlan([.. content.Rows.Select(row => new PlannedRow(row))], null, new Dictionary<string, IReadOnlyList<string>>()));

        public IEnumerable<ImportBatch> Add(ImportPlan plan)
        {
            foreach (var size in new[] { 3, 2 })
            {
                Look();
                if (fails && size == 2)
                {
                    throw new DbUpdateConcurrencyException("Somebody was there first.");
                }

                var buyers = Enumerable.Range(0, size).Select(number => new Buyer { Name = $"Of {size} the {number}", Country = "VN" }).ToList();
                db.AddRange(buyers);
                yield return new ImportBatch(size, buyers);
            }

            Look();
        }

        public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfferedAsync(long? missionId, CancellationToken cancellation) => throw new NotSupportedException();

        private void Look() => Seen.Add(watch.Find(Key, user) is { Stage: ImportStage.Saving } progress ? (progress.Done, progress.Total) : default);
    }
}
