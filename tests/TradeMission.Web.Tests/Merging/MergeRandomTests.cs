using CsCheck;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Merging;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Merging;

/// <summary>Whatever is merged into whatever: totals are the sum of the records, nothing hangs on what is gone, and undoing leaves no trace.</summary>
public sealed class MergeRandomTests
{
    private const int Firms = 5;

    private static readonly DateOnly Day = new(2026, 11, 3);

    private static readonly string[] Fields = [.. FirmRegister.Companies.Fields.Concat(FirmRegister.Buyers.Fields).Select(field => field.Name).Distinct()];

    private static readonly Gen<Scene> Scenes = Gen.Select(
        Gen.Select(Gen.Int[0, Firms - 1], Gen.Int[0, 1], (company, mission) => (company, mission)).Array[0, 8],
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, Firms - 1], Gen.Int[0, 3], Gen.Int[0, 900_000], (place, buyer, kind, cents) => new Met(place, buyer, kind, cents)).Array[0, 12],
        Gen.Select(Gen.Bool, Gen.Int[0, Firms - 1], Gen.Int[0, Firms - 1], Gen.Int[0, 1 << 16], (companies, winner, loser, taken) => new Pair(companies, winner, loser, taken)).Array[1, 6],
        (placed, met, pairs) => new Scene(placed, met, pairs));

    [Fact]
    public Task MergesAndTheirUndoing_ChangeNothing() => Scenes.SampleAsync(
        async scene =>
        {
            await using var database = await TestDatabase.CreateWithWorldAsync();
            var (companies, buyers) = await MakeAsync(database, scene);
            var states = new Stack<IReadOnlyList<string>>();
            foreach (var pair in scene.Pairs)
            {
                var before = await Rows.OfAsync(database);
                var (register, firms) = pair.OfCompanies ? (FirmRegister.Companies, companies) : (FirmRegister.Buyers, buyers);
                var fields = Fields.Select((field, at) => (field, IsTaken: (pair.Taken >> at & 1) == 1)).ToDictionary(field => field.field, field => field.IsTaken);
                if (await Merges.MergeAsync(database, register, firms[pair.Winner], firms[pair.Loser], fields))
                {
                    states.Push(before);
                    await AssertTrueAsync(database);
                }
                else
                {
                    Assert.Equal(before, await Rows.OfAsync(database));
                }
            }

            while (states.TryPop(out var before))
            {
                Assert.True(await Merges.UndoLatestAsync(database));
                await AssertTrueAsync(database);
                Assert.Equal(before, await Rows.OfAsync(database));
            }
        },
        iter: 40,
        threads: 1,
        print: scene => $"{string.Join(" ", scene.Placed)}; {string.Join<Met>(" ", scene.Met)}; {string.Join<Pair>(" ", scene.Pairs)}");

    private static async Task AssertTrueAsync(TestDatabase database)
    {
        await Recorded.AssertTotalsAsync(database);
        await using var db = database.Open();
        var gone = await db.Companies.IgnoreQueryFilters().Where(company => company.MergedIntoId != null).Select(company => company.Id).ToListAsync();
        Assert.Empty(await db.Participations.Where(participation => gone.Contains(participation.CompanyId)).ToListAsync());
        Assert.Empty(await db.Users.Where(user => user.CompanyId != null && gone.Contains(user.CompanyId.Value)).ToListAsync());
        Assert.False(await db.Consultations.AnyAsync(consultation => db.Buyers.IgnoreQueryFilters().Any(buyer => buyer.Id == consultation.BuyerId && buyer.MergedIntoId != null)
            || db.Participations.IgnoreQueryFilters().Any(participation => participation.Id == consultation.ParticipationId && participation.MergedIntoId != null)));
        Assert.Equal(await db.Consultations.CountAsync(), await db.Consultations.CountAsync(consultation => consultation.Participation.Company.NameKo != "" && consultation.Buyer.Name != ""));
    }

    private static async Task<(long[] Companies, long[] Buyers)> MakeAsync(TestDatabase database, Scene scene)
    {
        await using var db = database.Open();
        for (var more = 3; more < Firms; more++)
        {
            db.Add(new Company { NameKo = $"기업 {more}", RegistrationNumber = more == 3 ? $"987654321{RegistrationNumber.CheckDigit("987654321")}" : null, Size = (CompanySize)more });
        }

        await db.SaveChangesAsync();
        var companies = await db.Companies.OrderBy(company => company.Id).Select(company => company.Id).ToArrayAsync();
        var buyers = await db.Buyers.OrderBy(buyer => buyer.Id).Select(buyer => buyer.Id).ToArrayAsync();
        foreach (var (company, mission) in scene.Placed.Distinct())
        {
            var (missionId, companyId) = (mission == 0 ? World.Ids.Underway : World.Ids.Closed, companies[company]);
            if (!await db.Participations.AnyAsync(known => known.MissionId == missionId && known.CompanyId == companyId))
            {
                var participation = new Participation { MissionId = missionId, CompanyId = companyId };
                participation.Decide(company == 4 ? ParticipationStatus.Waitlisted : ParticipationStatus.Selected);
                db.Add(participation);
                db.Add(new ConfirmationRequest { Participation = participation, AskedAt = TestDatabase.Start.UtcDateTime, AskedByName = "test" });
            }

            db.Add(new Product { CompanyId = companyId, NameKo = $"제품 {mission}" });
            db.Add(new Contact { CompanyId = companyId, Name = $"담당 {mission}", Email = "same@companies.example" });
        }

        await db.SaveChangesAsync();
        var places = await db.Participations.Where(participation => participation.Status == ParticipationStatus.Selected).OrderBy(participation => participation.Id).ToListAsync();
        foreach (var met in scene.Met)
        {
            var place = places[met.Place % places.Count];
            var consultation = new Consultation
            {
                ClientId = Guid.CreateVersion7(),
                MissionId = place.MissionId,
                StopId = met.Kind == 3 ? null : place.MissionId == World.Ids.Closed ? World.Ids.TokyoStop : met.Kind == 2 ? World.Ids.HanoiStop : World.Ids.BandungStop,
                ParticipationId = place.Id,
                BuyerId = buyers[met.Buyer],
                HeldOn = Day,
                Value = met.Kind == 0 ? null : World.Usd(met.Cents / 100m, Day),
                LoggedByName = "test",
                LoggedAt = TestDatabase.Start.UtcDateTime,
            };
            if (met.Kind == 1)
            {
                World.Pursue(consultation, World.Usd(met.Cents / 300, Day));
                db.Add(World.Confirmed(consultation));
            }

            db.Add(consultation);
            db.Add(new Contact { BuyerId = buyers[met.Buyer], Name = $"{met.Cents}", Email = $"{met.Place % 3}@buyers.example" });
        }

        await db.SaveChangesAsync();
        return (companies, buyers);
    }

    private sealed record Scene((int Company, int Mission)[] Placed, Met[] Met, Pair[] Pairs);

    private sealed record Met(int Place, int Buyer, int Kind, int Cents);

    private sealed record Pair(bool OfCompanies, int Winner, int Loser, int Taken);
}
