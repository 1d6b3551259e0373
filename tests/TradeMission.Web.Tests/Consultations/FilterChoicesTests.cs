using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Consultations;

/// <summary>The filters' choices are kept, and nobody sees old ones.</summary>
public sealed class FilterChoicesTests
{
    private const int Steps = 12;

    /// <summary>Whatever somebody else's context did in between: the kept choices are those that a first reader would get.</summary>
    [Fact]
    public Task Kept_IsAlwaysWhatIsThere() => Gen.Int[0, 5].Array[Steps].SampleAsync(
        async acts =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            var choices = new FilterChoices();
            foreach (var (act, step) in acts.Select((act, step) => (act, step)))
            {
                await ActAsync(database, act, step);
                await using var db = database.Open();
                var (kept, read) = (await choices.OfAsync(db, CancellationToken.None), await new FilterChoices().OfAsync(db, CancellationToken.None));
                Assert.Equal(Shown(read), Shown(kept));
            }
        },
        iter: 12);

    [Fact]
    public async Task Unchanged_IsNotReadAgain()
    {
        await using var database = await TestDatabase.CreateWithWorldAsync();
        var choices = new FilterChoices();
        await using var db = database.Open();

        Assert.Same(await choices.OfAsync(db, CancellationToken.None), await choices.OfAsync(db, CancellationToken.None));
    }

    [Fact]
    public async Task EmptyDatabase_OffersNothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = database.Open();

        var nothing = await new FilterChoices().OfAsync(db, CancellationToken.None);

        Assert.Empty(nothing.Missions);
        Assert.Empty(nothing.Companies);
    }

    private static IEnumerable<(string, string)> Shown(FilterChoices.Kept kept) => kept.Missions.Concat(kept.Companies).Concat(kept.Years).Select(item => (item.Value, item.Text));

    private static async Task ActAsync(TestDatabase database, int act, int step)
    {
        await using var db = database.Open();
        var mission = await db.Missions.OrderByDescending(one => one.Id).FirstAsync();
        var company = await db.Companies.OrderByDescending(one => one.Id).FirstAsync();
        switch (act)
        {
            case 0:
                db.Add(World.NewMission($"TM-2030-{step:000}", $"새 {step}", $"New {step}", new DateOnly(2030 + step, 1, 1), new DateOnly(2030 + step, 1, 2), "유럽"));
                break;
            case 1:
                mission.TitleKo = $"고친 {step}";
                break;
            case 2 when mission.Id > World.Ids.Closed && !await db.Participations.AnyAsync(participation => participation.MissionId == mission.Id):
                db.Remove(mission);
                break;
            case 3:
                company.NameKo = $"고친 {step}";
                break;
            case 4 when !await db.Participations.AnyAsync(participation => participation.MissionId == mission.Id && participation.CompanyId == company.Id):
                db.Add(new Participation { MissionId = mission.Id, CompanyId = company.Id });
                break;
            case 5 when await db.Participations.OrderByDescending(one => one.Id).FirstAsync() is var last && last.Id > World.Ids.AClosed:
                db.Remove(last);
                break;
        }

        await db.SaveChangesAsync();
    }
}
