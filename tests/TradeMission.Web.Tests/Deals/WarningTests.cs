using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>What looks odd is said on the consultation's page and counted in the report's notes; nothing is refused for it.</summary>
public sealed class WarningTests(DealPortal portal) : IClassFixture<DealPortal>
{
    private static readonly DateOnly Day = new(2026, 11, 2);

    [Theory]
    [InlineData(10_000, 10_000.01, "계약추진액이 상담액보다 큽니다", "계약추진액이 상담액보다 큰 상담이 1건 있습니다")]
    [InlineData(10_000, 1_499.99, "계약추진액이 상담액의 15~50%를 벗어납니다", "계약추진액이 상담액의 15~50%를 벗어난 상담이 1건 있습니다")]
    [InlineData(10_000, 5_000.01, "계약추진액이 상담액의 15~50%를 벗어납니다", "계약추진액이 상담액의 15~50%를 벗어난 상담이 1건 있습니다")]
    [InlineData(10_000, 1_500, null, null)]
    [InlineData(10_000, 5_000, null, null)]
    public async Task Pursued_BesideTheConsultationValue(double value, double pursued, string? onPage, string? inNotes)
    {
        var mission = await MissionAsync();
        var id = await ConsultationAsync(mission, World.Usd((decimal)value, Day), World.Usd((decimal)pursued, Day));

        await AssertSaidAsync(mission, id, onPage, inNotes);
    }

    /// <summary>A signed contract may be any share of the consultation value up to all of it.</summary>
    [Fact]
    public async Task Signed_OutsideTheUsualShare_IsNotOdd()
    {
        var mission = await MissionAsync();
        var id = await ConsultationAsync(mission, World.Usd(10_000m, Day), null);
        await portal.OpenDealAsync(id, (DealStage.Signed, 9_000m, "2026-11-02"));

        await AssertSaidAsync(mission, id, null, null);
    }

    [Fact]
    public async Task LostContract_IsNotHeldAgainstTheConsultationValue()
    {
        var mission = await MissionAsync();
        var id = await ConsultationAsync(mission, World.Usd(10_000m, Day), null);
        await portal.OpenDealAsync(id, (DealStage.Pursued, 90_000m, "2026-11-02"), (DealStage.Lost, null, "2026-11-03"));

        await AssertSaidAsync(mission, id, null, null);
    }

    /// <summary>Six others are enough to know what is usual; the page and the notes count alike.</summary>
    [Theory]
    [InlineData(6, 1_000_001, true)]
    [InlineData(6, 9_999, true)]
    [InlineData(6, 1_000_000, false)]
    [InlineData(6, 10_000, false)]
    [InlineData(5, 5_000_000, false)]
    public async Task Value_FarOffTheMissionsOthers(int others, int value, bool odd)
    {
        var mission = await MissionAsync();
        var buyers = await BuyersAsync(others);
        foreach (var buyer in buyers)
        {
            await ConsultationAsync(mission, World.Usd(100_000m, Day), null, buyer: buyer);
        }

        var id = await ConsultationAsync(mission, World.Usd(value, Day), null);

        await AssertSaidAsync(mission, id, odd ? "다른 상담과 열 배 넘게 다릅니다" : null, odd ? "열 배 넘게 다른 상담액이 1건 있습니다" : null);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public async Task Rate_OlderThanAMonth(int days, bool odd)
    {
        var mission = await MissionAsync();
        var id = await ConsultationAsync(mission, new Valued(new Money(10_000m, "EUR"), new FrozenRate(1.1m, Day.AddDays(-days), "ECB")), null);

        await AssertSaidAsync(mission, id, odd ? "31일 넘게" : null, odd ? "31일 넘게 지난 환율로 바꾼 금액이 1건 있습니다" : null);
    }

    [Fact]
    public async Task RateOfAStep_OlderThanAMonth_IsSaidToo()
    {
        var mission = await MissionAsync();
        var id = await ConsultationAsync(mission, World.Usd(10_000m, Day), new Valued(new Money(2_000m, "EUR"), new FrozenRate(1.1m, Day.AddDays(-40), "ECB")));

        await AssertSaidAsync(mission, id, "31일 넘게", "31일 넘게 지난 환율로 바꾼 금액이 1건 있습니다");
    }

    [Theory]
    [InlineData("2026-11-01", true)]
    [InlineData("2026-11-05", true)]
    [InlineData("2026-11-04", false)]
    public async Task Day_OutsideTheStopsDates(string day, bool odd)
    {
        var mission = await MissionAsync();
        var id = await ConsultationAsync(mission, null, null, DateOnly.ParseExact(day, "yyyy-MM-dd"));

        await AssertSaidAsync(mission, id, odd ? "벗어난 날짜입니다" : null, odd ? "방문지 일정에서 벗어난 날의 상담이 1건 있습니다" : null);
    }

    [Fact]
    public async Task SameCompanyBuyerAndDay_NamesTheOtherRecord()
    {
        var mission = await MissionAsync();
        var one = await ConsultationAsync(mission, null, null);
        var other = await ConsultationAsync(mission, null, null);

        await AssertSaidAsync(mission, one, $"{other}", "같은 날 다시 상담한 기록이 1건 있습니다");
        await AssertSaidAsync(mission, other, $"{one}", "같은 날 다시 상담한 기록이 1건 있습니다");
    }

    /// <summary>Exactly this one warning on the page and this one note in the report, or neither.</summary>
    private async Task AssertSaidAsync(Mission mission, long consultation, string? onPage, string? inNotes)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var warnings = (await officer.GetPageAsync($"/consultations/{consultation}")).Texts("main .alert li");
        Assert.Equal(onPage is null ? 0 : 1, warnings.Count);
        Assert.All(warnings, warning => Assert.Contains(onPage!, warning, StringComparison.Ordinal));

        var notes = (await officer.GetPageAsync($"/missions/{mission.Id}/report")).Texts("#notes li").Where(note => note.Contains("건 있습니다", StringComparison.Ordinal)).ToList();
        Assert.Equal(inNotes is null ? 0 : 1, notes.Count);
        Assert.All(notes, note => Assert.Contains(inNotes!, note, StringComparison.Ordinal));
    }

    /// <summary>A mission of its own, with one stop from the 2nd to the 4th and a buyer that nobody has met, so that other figures are not among its notes.</summary>
    private async Task<Mission> MissionAsync()
    {
        await using var db = portal.Open();
        var mission = World.NewMission($"TM-2026-{100 + await db.Missions.CountAsync()}", "시험 시장개척단", "Test Mission", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 6), "ASEAN");
        foreach (var status in new[] { MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway })
        {
            mission.ChangeStatus(status, "계획대로", null, "김담당", TestDatabase.Start.UtcDateTime);
        }

        db.Add(mission);
        await db.SaveChangesAsync();
        var participation = new Participation { MissionId = mission.Id, CompanyId = World.Ids.CompanyA };
        participation.Decide(ParticipationStatus.Selected);
        db.Add(participation);
        db.Add(new Domain.Buyers.Buyer { Name = $"Buyer of {mission.Reference}", Country = "VN" });
        db.Add(new Stop { MissionId = mission.Id, CityKo = "반둥", CityEn = "Bandung", Country = "ID", TimeZone = "Asia/Jakarta", StartsOn = new DateOnly(2026, 11, 2), EndsOn = new DateOnly(2026, 11, 4) });
        await db.SaveChangesAsync();
        return mission;
    }

    private async Task<IReadOnlyList<long>> BuyersAsync(int count)
    {
        await using var db = portal.Open();
        var buyers = Enumerable.Range(1, count).Select(number => new Domain.Buyers.Buyer { Name = $"Other buyer {number}", Country = "VN" }).ToList();
        db.AddRange(buyers);
        await db.SaveChangesAsync();
        return [.. buyers.Select(buyer => buyer.Id)];
    }

    private async Task<long> ConsultationAsync(Mission mission, Valued? value, Valued? pursued, DateOnly? on = null, long? buyer = null)
    {
        await using var db = portal.Open();
        var made = new Consultation
        {
            ClientId = Guid.NewGuid(),
            MissionId = mission.Id,
            StopId = (await db.Stops.SingleAsync(stop => stop.MissionId == mission.Id)).Id,
            ParticipationId = (await db.Participations.SingleAsync(participation => participation.MissionId == mission.Id)).Id,
            BuyerId = buyer ?? (await db.Buyers.SingleAsync(own => own.Name == $"Buyer of {mission.Reference}")).Id,
            HeldOn = on ?? Day,
            Value = value,
            LoggedByName = "김담당",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        };
        db.Add(made);
        await db.SaveChangesAsync();
        if (pursued is not null)
        {
            var held = await db.Consultations.Include(consultation => consultation.Mission).SingleAsync(consultation => consultation.Id == made.Id);
            db.Deals.Add(World.Pursue(held, pursued));
            await db.SaveChangesAsync();
        }

        return made.Id;
    }
}
