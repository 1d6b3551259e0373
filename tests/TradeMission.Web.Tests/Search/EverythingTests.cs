using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Data.Samples.Generated;
using TradeMission.Web.Features.Search;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Search;

/// <summary>However few or many a name has: the consultations are those that the list finds, newest first.</summary>
public sealed class EverythingTests : IAsyncLifetime
{
    private readonly CurrentUser officer = new(1, "김담당", Role.Officer, null);
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await Generator.FillAsync(db, 2_400, 2, _ => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Fact]
    public async Task Find_EveryWord_FindsTheConsultationsOfTheList()
    {
        await using var db = database.Open();
        var mission = await db.Missions.OrderBy(one => one.Id).FirstAsync();
        var company = await db.Companies.OrderBy(one => one.Id).FirstAsync();
        var buyer = await db.Buyers.OrderByDescending(one => one.Id).FirstAsync();
        var counts = new List<int>();
        foreach (var typed in (string[])["예시", "견본을", "없는이름입니다", mission.Reference, company.NameKo.Split(' ')[0], buyer.Name.Split(' ')[2], $"견본을 {buyer.Name}"])
        {
            var list = db.Consultations.ContainingInAll(db, typed);
            var newest = await list.OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id)
                .Select(consultation => $"/consultations/{consultation.Id}").Take(Everything.ShownOfOneKind).ToListAsync();

            var found = await FindAsync(db, typed);

            Assert.Equal(Math.Min(await list.CountAsync(), FoundGroup.CountedTo), found.Count);
            Assert.Equal(newest, found.Rows.Select(row => row.Address));
            counts.Add(await list.CountAsync());
        }

        // The words above reach every way: of none, of few, of more than are looked up one by one, and of more than are counted.
        Assert.Contains(0, counts);
        Assert.Contains(counts, count => count is > 0 and < FoundGroup.CountedTo);
        Assert.Contains(counts, count => count is > FoundGroup.CountedTo and < 2_400);
        Assert.Contains(2_400, counts);
    }

    [Fact]
    public async Task Find_NoConsultations_FindsNone()
    {
        await using var empty = await TestDatabase.CreateAsync();
        await using var db = empty.Open();
        await using var beside = empty.Open();

        var groups = await new Everything(db, beside, officer, "예시").FindAsync(null, CancellationToken.None);

        Assert.All(groups, group => Assert.Equal(0, group.Count));
    }

    private async Task<FoundGroup> FindAsync(TradeDbContext db, string typed)
    {
        await using var beside = database.Open();
        return (await new Everything(db, beside, officer, typed).FindAsync(FoundKind.Consultations, CancellationToken.None)).Single(group => group.Kind == FoundKind.Consultations);
    }
}
