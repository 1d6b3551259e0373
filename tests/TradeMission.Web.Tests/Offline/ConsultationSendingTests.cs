using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Features.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Offline;

public sealed class ConsultationSendingTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Put_NewRecord_IsRecordedAsLoggedOffline()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("새 기록");
        record["pursued"] = "120000.50";
        record["pursuedCurrency"] = "USD";
        record["pursuedExpectedOn"] = "2027-02-01";

        var (status, body) = await officer.PutAsync(record);

        Assert.Equal(200, status);
        await using var db = portal.Open();
        var stored = await db.Consultations.Include(one => one.Deals).ThenInclude(deal => deal.Steps).SingleAsync(one => one.ClientId == id);
        Assert.Equal((stored.Id, 600_000m, RecordedFrom.PhoneOffline, "김담당"), (body.GetProperty("id").GetInt64(), stored.Value!.Amount, stored.From, stored.LoggedByName));
        Assert.Equal(120_000.50m, Assert.Single(Assert.Single(stored.Deals).Steps).Value!.Amount);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Put_SameBodyAgain_AnswersTheSameAndWritesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("두 번");
        var (_, first) = await officer.PutAsync(record);
        await using var db = portal.Open();
        var entries = await db.AuditEntries.CountAsync();

        var (status, second) = await officer.PutAsync(record);

        Assert.Equal((200, first.GetProperty("id").GetInt64(), first.GetProperty("version").GetInt32()), (status, second.GetProperty("id").GetInt64(), second.GetProperty("version").GetInt32()));
        Assert.Equal((1, entries), (await db.Consultations.CountAsync(one => one.ClientId == id), await db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task Put_SameBodyAfterSomebodyCorrectedTheRecord_AnswersTheSameAndKeepsTheCorrection()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("늦게 또 온 것");
        var (_, first) = await officer.PutAsync(record);
        await CorrectAsync(id, "사무실에서 고침");

        var (status, second) = await officer.PutAsync(record);

        Assert.Equal((200, first.GetProperty("id").GetInt64()), (status, second.GetProperty("id").GetInt64()));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, second.GetProperty("version").ValueKind);
        Assert.Equal("사무실에서 고침", await NotesAsync(id));
    }

    [Fact]
    public async Task Put_SameBodyAfterTheMissionClosed_AnswersTheSame()
    {
        await using var own = new OwnMission(portal);
        var officer = await portal.SignInAsync(World.Officer);
        var record = await own.RecordAsync("마감 전");
        Assert.Equal(200, (await officer.PutAsync(record)).Status);
        await own.CloseAsync();

        Assert.Equal(200, (await officer.PutAsync(record)).Status);
        var (status, body) = await officer.PutAsync(await own.RecordAsync("마감 뒤"));

        Assert.Equal((422, ""), (status, body.GetProperty("problems")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Put_OtherBody_ShowsBothVersionsAndChangesNothing()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("처음");
        await officer.PutAsync(record);
        record["notes"] = "다른 말";

        var (status, body) = await officer.PutAsync(record);

        Assert.Equal(409, status);
        Assert.Equal(("다른 말", "처음"), (body.GetProperty("mine").GetProperty("notes").GetString(), body.GetProperty("theirs").GetProperty("notes").GetString()));
        var differing = body.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("differs").GetBoolean()).ToList();
        Assert.Equal(("처음", "다른 말"), (Assert.Single(differing).GetProperty("theirs").GetString(), differing[0].GetProperty("mine").GetString()));
        Assert.Equal("처음", await NotesAsync(id));
    }

    [Fact]
    public async Task Put_OtherBodyOnTheCurrentVersion_CorrectsOnceHoweverOftenSent()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("고치기 전");
        await officer.PutAsync(record);
        record["notes"] = "고친 뒤";
        record["value"] = "700000";
        record["version"] = (await officer.PutAsync(record)).Body.GetProperty("version").GetInt32();

        var first = await officer.PutAsync(record);
        var again = await officer.PutAsync(record);

        Assert.Equal((200, 200), (first.Status, again.Status));
        Assert.Equal("고친 뒤", await NotesAsync(id));
        await using var db = portal.Open();
        Assert.Equal(1, (await db.Consultations.SingleAsync(one => one.ClientId == id)).Version);
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Put_OtherBodyOnAnOldVersion_ShowsBoth()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("본 것");
        await officer.PutAsync(record);
        await CorrectAsync(id, "그 사이 바뀐 것");
        record["notes"] = "옛것을 보고 고친 것";
        record["version"] = 0;

        var (status, body) = await officer.PutAsync(record);

        Assert.Equal((409, 1), (status, body.GetProperty("version").GetInt32()));
        Assert.Equal("그 사이 바뀐 것", await NotesAsync(id));
    }

    [Fact]
    public async Task Put_ContractValueWithACorrection_IsRefusedBesideIt()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (_, record) = Make("계약추진은 처음에만");
        await officer.PutAsync(record);
        record["pursued"] = "100000";
        record["pursuedCurrency"] = "USD";
        record["version"] = 0;

        var (status, body) = await officer.PutAsync(record);

        Assert.Equal((422, "pursued"), (status, body.GetProperty("problems")[0].GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Put_NewBuyerTwice_MakesOneBuyer()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (_, record) = Make("새 바이어");
        record["buyerId"] = null;
        record["newBuyerName"] = "Offline Trading Sdn Bhd";
        record["newBuyerCountry"] = "MY";

        Assert.Equal(200, (await officer.PutAsync(record)).Status);
        Assert.Equal(200, (await officer.PutAsync(record)).Status);

        await using var db = portal.Open();
        Assert.Equal(1, await db.Buyers.CountAsync(buyer => buyer.Name == "Offline Trading Sdn Bhd"));
    }

    [Theory]
    [InlineData("heldOn", "soon", "heldOn")]
    [InlineData("heldOn", null, "heldOn")]
    [InlineData("participationId", "99999", "participationId")]
    [InlineData("buyerId", "5", "buyerId")]
    [InlineData("value", "-1", "value")]
    [InlineData("value", "1.234", "value")]
    [InlineData("value", "many", "value")]
    [InlineData("valueCurrency", "XXX", "valueCurrency")]
    [InlineData("kind", "Nowhere", "kind")]
    [InlineData("missionId", "99999", "")]
    public async Task Put_WhatCannotStand_IsSaidBesideItsField(string name, string? value, string field)
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("틀림");
        record[name] = value;

        var (status, body) = await officer.PutAsync(record);

        Assert.Equal(422, status);
        Assert.Contains(field, body.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("field").GetString()));
        Assert.Null(await NotesAsync(id));
    }

    [Fact]
    public async Task Put_SameMeetingUnderAnotherKey_AsksFirst()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (_, first) = Make("첫째");
        await officer.PutAsync(first);
        var (_, second) = Make("둘째");
        second["confirmDuplicate"] = false;

        var (status, body) = await officer.PutAsync(second);
        second["confirmDuplicate"] = true;

        Assert.Equal((422, "confirmDuplicate"), (status, body.GetProperty("problems")[0].GetProperty("field").GetString()));
        Assert.NotEmpty(body.GetProperty("same").EnumerateArray());
        Assert.Equal(200, (await officer.PutAsync(second)).Status);
    }

    [Fact]
    public async Task Put_InEnglish_IsRefusedInEnglish()
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        await officer.GetPageAsync("/?culture=en");
        var (_, record) = Make("영어");
        record["buyerId"] = World.Ids.BuyerBlocked;

        var (_, body) = await officer.PutAsync(record);

        Assert.Contains("blocked", body.GetProperty("problems")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Put_WithoutAToken_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var (id, record) = Make("표 없이");

        Assert.Equal(400, (await officer.PutAsync(record, "forged")).Status);
        Assert.Null(await NotesAsync(id));
    }

    /// <summary>Whoever signs in between asking and sending does not send somebody else's records.</summary>
    [Fact]
    public async Task Put_WithSomebodyElsesToken_IsRefused()
    {
        var manager = portal.Visit();
        await manager.SignInAsync(World.Manager, World.Password);
        var token = (await manager.SessionAsync()).GetProperty("token").GetString();
        var officer = await portal.SignInAsync(World.Officer);
        var (_, record) = Make("남의 표");

        Assert.Equal(400, (await officer.PutAsync(record, token)).Status);
    }

    [Fact]
    public async Task Api_SignedOut_Answers401WithoutLeadingAnywhere()
    {
        var nobody = portal.Visit();
        using var session = await nobody.GetAsync("/api/session");
        using var kit = await nobody.GetAsync($"/api/missions/{World.Ids.Underway}/kit");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (session.StatusCode, kit.StatusCode));
        Assert.Null(session.Headers.Location);
        Assert.Equal("application/json", session.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData(World.Manager)]
    [InlineData(World.CompanyA)]
    [InlineData(World.Administrator)]
    public async Task Put_ByWhoMayNotLog_Is403(string email)
    {
        var person = await portal.SignInAsync(email);
        var session = await person.SessionAsync();

        Assert.False(session.GetProperty("mayLog").GetBoolean());
        Assert.Equal(403, (await person.PutAsync(Make("권한 없음").Record)).Status);
    }

    [Fact]
    public async Task Put_SomethingElseThanJson_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var id = Guid.NewGuid();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"https://localhost/api/consultations/{id}"));
        request.Headers.Add("RequestVerificationToken", (await officer.SessionAsync()).GetProperty("token").GetString());
        request.Content = new StringContent("clientId=1", Encoding.UTF8, "text/plain");

        using var answer = await officer.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Session_SaysWhoAndWhen()
    {
        var session = await (await portal.SignInAsync(World.Officer)).SessionAsync();

        Assert.Equal(("김담당", true), (session.GetProperty("name").GetString(), session.GetProperty("mayLog").GetBoolean()));
        Assert.Equal(portal.Clock.GetUtcNow(), DateTimeOffset.Parse(session.GetProperty("serverTime").GetString()!, CultureInfo.InvariantCulture));
    }

    private static (Guid Id, System.Text.Json.Nodes.JsonObject Record) Make(string notes)
    {
        var id = Guid.NewGuid();
        return (id, Device.Record(id, notes));
    }

    private async Task CorrectAsync(Guid id, string notes)
    {
        await using var db = portal.Open();
        (await db.Consultations.SingleAsync(one => one.ClientId == id)).Notes = notes;
        await db.SaveChangesAsync();
    }

    private async Task<string?> NotesAsync(Guid id)
    {
        await using var db = portal.Open();
        return await db.Consultations.Where(one => one.ClientId == id).Select(one => one.Notes).SingleOrDefaultAsync();
    }

    /// <summary>A mission that a test may close.</summary>
    private sealed class OwnMission(Portal portal) : IAsyncDisposable
    {
        private long mission, stop, participation;

        public async Task<System.Text.Json.Nodes.JsonObject> RecordAsync(string notes)
        {
            if (mission == 0)
            {
                await MakeAsync();
            }

            var record = Device.Record(Guid.NewGuid(), notes);
            (record["missionId"], record["stopId"], record["participationId"]) = (mission, stop, participation);
            return record;
        }

        public async Task CloseAsync()
        {
            await using var db = portal.Open();
            var closing = await db.Missions.SingleAsync(one => one.Id == mission);
            await new MissionClosing(db).CloseAsync(closing, "마감", null, "시험", TestDatabase.Start.UtcDateTime, CancellationToken.None);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task MakeAsync()
        {
            await using var db = portal.Open();
            var made = World.NewMission("TM-2026-777", "마감할 시장개척단", "To be closed", new DateOnly(2026, 11, 2), new DateOnly(2026, 11, 6), "ASEAN");
            foreach (var status in new[] { MissionStatus.Recruiting, MissionStatus.Confirmed, MissionStatus.Underway })
            {
                made.ChangeStatus(status, "계획대로", null, "시험", TestDatabase.Start.UtcDateTime);
            }

            db.Add(made);
            await db.SaveChangesAsync();
            var place = new Stop { MissionId = made.Id, CityKo = "하노이", CityEn = "Hanoi", Country = "VN", TimeZone = "Asia/Ho_Chi_Minh" };
            var taking = new Participation { MissionId = made.Id, CompanyId = World.Ids.CompanyA };
            taking.Decide(ParticipationStatus.Selected);
            db.AddRange(place, taking);
            await db.SaveChangesAsync();
            (mission, stop, participation) = (made.Id, place.Id, taking.Id);
        }
    }
}
