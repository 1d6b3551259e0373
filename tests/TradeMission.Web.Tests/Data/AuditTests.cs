using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

public sealed class AuditTests : IAsyncLifetime
{
    private static readonly Actor Officer = new(2, "김담당", "request-7");

    private TestDatabase database = null!;

    [Fact]
    public async Task Save_EveryRecordOfTheModel_IsAuditedOrNamedAsExempt()
    {
        await using var db = database.Open();
        var unknown = db.Model.GetEntityTypes().Select(type => type.ClrType)
            .Where(type => !AuditTrail.Exempt.Contains(type) && !typeof(Entity).IsAssignableFrom(type) && type != typeof(TradeUser) && type != typeof(IdentityUserRole<long>));

        Assert.Empty(unknown);
    }

    [Fact]
    public async Task Save_AnyRecord_WritesAnEntryOnItsOwnTimeline()
    {
        await using var db = database.Open();
        var written = (await db.AuditEntries.Select(entry => entry.Record).Distinct().ToListAsync()).ToHashSet();
        var audited = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => !AuditTrail.Exempt.Contains(type)).Select(AuditTrail.NameOf).ToList();
        db.Add(new Product { CompanyId = World.Ids.CompanyA, NameKo = "크림", HsCode = "330499" });
        db.Add(new Contact { CompanyId = World.Ids.CompanyA, Name = "홍길동" });
        var deal = await db.Deals.Include(deal => deal.NewsRequests).Include(deal => deal.Steps).ThenInclude(step => step.Evidence).FirstAsync();
        deal.Attach(deal.Steps[0], World.File(deal.Steps[0]));
        db.Add(World.Confirmed(await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithNusantara)));
        var asked = new ConfirmationRequest { ParticipationId = World.Ids.AUnderway, AskedAt = TestDatabase.Start.UtcDateTime, AskedByName = "test" };
        asked.Send([new ConfirmationLink { Request = asked, Name = "홍길동", Email = "hong@companies.example", TokenHash = "00", ExpiresAt = TestDatabase.Start.UtcDateTime }], new DateOnly(2026, 11, 4), TestDatabase.Start.UtcDateTime, false);
        db.Add(asked);
        db.Add(new NotDuplicate { Kind = FirmKind.Company, OneId = World.Ids.CompanyA, OtherId = World.Ids.CompanyB });
        deal.Ask(3, new DateOnly(2026, 11, 4), 1);
        db.Add(new Import { Key = Guid.NewGuid(), Kind = ImportKind.Buyers, MissionId = null, FileName = "바이어.xlsx", Fingerprint = "00", Rows = 0, Content = "{}", ByName = "test", At = TestDatabase.Start.UtcDateTime });
        await db.SaveChangesAsync();
        written.UnionWith(["Product", "Contact", "EvidenceFile", "FigureAnswer", "ConfirmationRequest", "ConfirmationLink", "NewsRequest", "NotDuplicate", "Import"]);

        Assert.Empty(audited.Except(written));
        var entries = await db.AuditEntries.Include(entry => entry.Subjects).ToListAsync();
        Assert.All(entries, entry => Assert.Contains(entry.Subjects, subject => subject.Record == entry.Record && subject.RecordId == entry.RecordId));
    }

    [Fact]
    public async Task AuditAsOne_WhatIsMadeSharesTheEntryAndWhatIsChangedHasItsOwn()
    {
        await using var db = database.Open(Officer);
        var act = new Import { Key = Guid.NewGuid(), Kind = ImportKind.Buyers, MissionId = World.Ids.Underway, FileName = "바이어.xlsx", Fingerprint = "01", Rows = 2, Content = "{}", ByName = "test", At = TestDatabase.Start.UtcDateTime };
        var buyers = new[] { new Buyer { Name = "하나", Country = "VN" }, new Buyer { Name = "둘", Country = "VN" } };
        db.Add(act);
        db.AddRange(buyers);
        (await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway)).Region = "동남아";
        var last = await db.AuditEntries.MaxAsync(entry => entry.Id);
        var third = new Buyer { Name = "그다음 묶음", Country = "VN" };
        using (db.AuditAsOne(act))
        {
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            db.Add(third);
            await db.SaveChangesAsync();
        }

        // The next save is an act of its own again.
        db.Add(new Buyer { Name = "셋", Country = "VN" });
        await db.SaveChangesAsync();

        var entries = await db.AuditEntries.Include(entry => entry.Subjects).Where(entry => entry.Id > last).OrderBy(entry => entry.Id).ToListAsync();
        Assert.Equal(["Buyer", "Import", "Mission"], entries.Select(entry => entry.Record).Order());
        Assert.Equal(
            [("Buyer", buyers[0].Id), ("Buyer", buyers[1].Id), ("Buyer", third.Id), ("Import", act.Id), ("Mission", World.Ids.Underway)],
            entries.Single(entry => entry.Record == "Import").Subjects.Select(subject => (subject.Record, subject.RecordId)).Order());
        Assert.Equal([new AuditChange("Region", "ASEAN", "동남아")], AuditTrail.Read(entries.Single(entry => entry.Record == "Mission").Changes));
    }

    [Fact]
    public async Task AuditAsOne_WithoutTheRecordThatStandsForAll_SavesNothing()
    {
        await using var db = database.Open(Officer);
        using var act = db.AuditAsOne(new Import { Key = Guid.NewGuid(), Kind = ImportKind.Buyers, MissionId = null, FileName = "x", Fingerprint = "02", Rows = 1, Content = "{}", ByName = "test", At = TestDatabase.Start.UtcDateTime });
        db.Add(new Buyer { Name = "넷", Country = "VN" });

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        await using var after = database.Open();
        Assert.False(await after.Buyers.AnyAsync(buyer => buyer.Name == "넷"));
    }

    [Fact]
    public async Task Edit_SaysWhoWhenWhyFromAndTo()
    {
        await using (var db = database.Open(Officer))
        {
            database.Clock.Advance(TimeSpan.FromMinutes(5));
            var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
            mission.TitleEn = "Renamed";
            mission.EndsOn = mission.EndsOn.AddDays(1);
            mission.PlannedBudget = 1234.50m;
            db.Reason = "typing error";
            await db.SaveChangesAsync();
        }

        var entry = await LastAsync("Mission", World.Ids.Underway);

        Assert.Equal(
            (AuditAct.Changed, Officer.Id, Officer.Name, Officer.RequestId, "typing error", TestDatabase.Start.UtcDateTime.AddMinutes(5)),
            (entry.Act, entry.ActorId, entry.ActorName, entry.RequestId, entry.Reason, entry.At));
        Assert.Equal(DateTimeKind.Utc, entry.At.Kind);
        Assert.Equal(
            [
                new AuditChange("EndsOn", "2026-11-06", "2026-11-07"),
                new AuditChange("PlannedBudget", null, "1234.5"),
                new AuditChange("TitleEn", "ASEAN Trade Mission 2026", "Renamed"),
            ],
            AuditTrail.Read(entry.Changes).OrderBy(change => change.Field, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reason_OfOneSave_IsNotTheNextOnes()
    {
        await using var db = database.Open();
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        mission.TitleEn = "once";
        db.Reason = "because";
        await db.SaveChangesAsync();
        mission.TitleEn = "twice";
        await db.SaveChangesAsync();

        Assert.Null((await LastAsync("Mission", World.Ids.Underway)).Reason);
    }

    [Fact]
    public async Task Value_FromNothingToAFigure_NamesItsParts()
    {
        await EditAsync(World.Ids.BWithHanoi, consultation => consultation.Value = World.Usd(1500.25m, new DateOnly(2026, 11, 6)));

        Assert.Equal(
            [
                new AuditChange("Value.Amount", null, "1500.25"),
                new AuditChange("Value.BaseAmount", null, "1500.25"),
                new AuditChange("Value.Currency", null, "USD"),
                new AuditChange("Value.Rate", null, "1"),
                new AuditChange("Value.RateOn", null, "2026-11-06"),
                new AuditChange("Value.RateSource", null, ""),
            ],
            await ValueChangesAsync(World.Ids.BWithHanoi));
    }

    [Fact]
    public async Task Value_FromAFigureToNothing_NamesItsParts()
    {
        await EditAsync(World.Ids.BWithNusantara, consultation => consultation.Value = null);

        Assert.Equal(
            [new AuditChange("Value.Amount", "50000000", null), new AuditChange("Value.Currency", "IDR", null)],
            await ValueChangesAsync(World.Ids.BWithNusantara));
    }

    [Fact]
    public async Task Value_FromOneFigureToAnother_NamesWhatDiffers()
    {
        await EditAsync(World.Ids.AWithNusantara, consultation => consultation.Value = World.Usd(0m, new DateOnly(2026, 11, 2)));

        Assert.Equal(
            [new AuditChange("Value.Amount", "600000", "0"), new AuditChange("Value.BaseAmount", "600000", "0")],
            await ValueChangesAsync(World.Ids.AWithNusantara));
    }

    [Fact]
    public async Task Value_FromNothingToNought_IsAChange()
    {
        await EditAsync(World.Ids.BWithHanoi, consultation => consultation.Value = new Valued(new Money(0, "EUR"), null));

        Assert.Equal(
            [new AuditChange("Value.Amount", null, "0"), new AuditChange("Value.Currency", null, "EUR")],
            await ValueChangesAsync(World.Ids.BWithHanoi));
    }

    [Fact]
    public async Task Value_LeftAlone_IsNoChange()
    {
        await EditAsync(World.Ids.BWithHanoi, consultation => consultation.Notes = "no figure yet");

        Assert.Empty(await ValueChangesAsync(World.Ids.BWithHanoi));
    }

    [Fact]
    public async Task Delete_KeepsWhatWasThere()
    {
        await using (var db = database.Open(Officer))
        {
            db.Remove(await db.Consultations.SingleAsync(consultation => consultation.Id == World.Ids.AWithSaigon));
            await db.SaveChangesAsync();
        }

        var entry = await LastAsync("Consultation", World.Ids.AWithSaigon);
        Assert.Equal(AuditAct.Deleted, entry.Act);
        Assert.Contains(new AuditChange("Value.Amount", "13000000", null), AuditTrail.Read(entry.Changes));
        Assert.Contains(new AuditChange("LoggedByName", "김담당", null), AuditTrail.Read(entry.Changes));
        Assert.Contains(entry.Subjects, subject => subject is { Record: "Mission", RecordId: 1 });
    }

    [Fact]
    public async Task ChangedConsultation_LeavesItsMissionsTimelineAlone()
    {
        await EditAsync(World.Ids.AWithSaigon, consultation => consultation.Notes = "A mission of a thousand consultations reads its timeline as fast as one of ten.");

        Assert.Equal(["Consultation"], (await LastAsync("Consultation", World.Ids.AWithSaigon)).Subjects.Select(subject => subject.Record));
    }

    [Fact]
    public async Task AddedTogether_PartsNameTheWholesRealId()
    {
        await using var db = database.Open();
        var mission = World.NewMission("TM-2026-050", "신규", "New", new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2), "ASEAN");
        mission.HostWith([World.Ids.Bandung]);
        db.Add(mission);
        await db.SaveChangesAsync();

        var entry = await db.AuditEntries.Include(entry => entry.Subjects).OrderByDescending(entry => entry.Id).FirstAsync(entry => entry.Record == nameof(CoHost));
        Assert.Contains(new AuditChange("MissionId", null, $"{mission.Id}"), AuditTrail.Read(entry.Changes));
        Assert.Contains(entry.Subjects, subject => subject.Record == "Mission" && subject.RecordId == mission.Id);
        Assert.Contains(entry.Subjects, subject => subject.Record == "SisterCity" && subject.RecordId == World.Ids.Bandung);
    }

    [Fact]
    public async Task TakenOut_CoHost_StandsOnTheMissionsTimeline()
    {
        await using var db = database.Open();
        var mission = await db.Missions.Include(mission => mission.CoHosts).SingleAsync(mission => mission.Id == World.Ids.Underway);
        mission.HostWith([]);
        await db.SaveChangesAsync();

        var entry = await db.AuditEntries.Include(entry => entry.Subjects).OrderByDescending(entry => entry.Id).FirstAsync();
        Assert.Equal((nameof(CoHost), AuditAct.Deleted), (entry.Record, entry.Act));
        Assert.Contains(entry.Subjects, subject => subject.Record == "Mission" && subject.RecordId == World.Ids.Underway);
    }

    [Fact]
    public async Task Moved_Exchange_StandsOnBothTimelines()
    {
        await using var db = database.Open();
        var exchange = await db.Exchanges.SingleAsync();
        exchange.MissionId = World.Ids.Closed;
        await db.SaveChangesAsync();

        var entry = await LastAsync(nameof(Exchange), exchange.Id);
        Assert.Equal([World.Ids.Underway, World.Ids.Closed], entry.Subjects.Where(subject => subject.Record == "Mission").Select(subject => subject.RecordId).Order());
    }

    [Fact]
    public async Task Role_StandsOnTheUsersTimeline()
    {
        await using var db = database.Open();

        Assert.True(await db.AuditEntries.AnyAsync(entry => entry.Record == "UserRole" && entry.Subjects.Any(subject => subject.Record == "User" && subject.RecordId == entry.RecordId)));
    }

    [Fact]
    public async Task Secrets_AreNotInTheTrail()
    {
        await using var db = database.Open();
        var user = await db.Users.SingleAsync(user => user.Email == World.Officer);
        var before = user.PasswordHash!;
        user.PasswordHash = Portal.Hasher.HashPassword(user, "another-Password-1!");
        user.SecurityStamp = "stamp-of-security";
        await db.SaveChangesAsync();

        var trail = new StringBuilder().AppendJoin('\n', await db.AuditEntries.Select(entry => entry.Changes).ToListAsync()).ToString();
        Assert.DoesNotContain(before, trail, StringComparison.Ordinal);
        Assert.DoesNotContain(user.PasswordHash, trail, StringComparison.Ordinal);
        Assert.DoesNotContain(user.SecurityStamp, trail, StringComparison.Ordinal);
        Assert.Contains(new AuditChange(nameof(TradeUser.PasswordHash), "•", "••"), AuditTrail.Read((await LastAsync("User", user.Id)).Changes));
    }

    [Fact]
    public async Task Record_ThatCannotBeSaved_LeavesNoEntry()
    {
        await using var db = database.Open();
        var before = await db.AuditEntries.CountAsync();
        db.Add(new Company { NameKo = "복제", RegistrationNumber = await db.Companies.Select(company => company.RegistrationNumber).FirstAsync(number => number != null) });

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.True(db.IsDuplicate(refused));
        await using var fresh = database.Open();
        Assert.Equal(before, await fresh.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task Entry_ThatCannotBeSaved_TakesTheRecordWithIt()
    {
        await using var db = database.Open(new Actor(long.MaxValue, null!, null));
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        var mission = await db.Missions.SingleAsync(mission => mission.Id == World.Ids.Underway);
        var title = mission.TitleEn;
        mission.TitleEn = "never";

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveChangesAsync());
        await transaction.CommitAsync(CancellationToken.None);

        await using var fresh = database.Open();
        Assert.Equal(title, await fresh.Missions.Where(mission => mission.Id == World.Ids.Underway).Select(mission => mission.TitleEn).SingleAsync());
    }

    [Fact]
    public async Task SaveChanges_Synchronously_IsRefused()
    {
        await using var db = database.Open();
        (await db.Missions.FirstAsync()).TitleEn = "synchronous";

        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    private async Task EditAsync(long id, Action<Consultation> edit)
    {
        await using var db = database.Open(Officer);
        edit(await db.Consultations.SingleAsync(consultation => consultation.Id == id));
        await db.SaveChangesAsync();
    }

    private async Task<IEnumerable<AuditChange>> ValueChangesAsync(long consultation) =>
        AuditTrail.Read((await LastAsync("Consultation", consultation)).Changes).Where(change => change.Field.StartsWith("Value.", StringComparison.Ordinal))
            .OrderBy(change => change.Field, StringComparer.Ordinal);

    private async Task<AuditEntry> LastAsync(string record, long id)
    {
        await using var db = database.Open();
        return await db.AuditEntries.Include(entry => entry.Subjects).Where(entry => entry.Record == record && entry.RecordId == id).OrderByDescending(entry => entry.Id).FirstAsync();
    }
}
