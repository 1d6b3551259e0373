using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Merging;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.SqlServer;

namespace TradeMission.Web.Tests.Merging;

public sealed class FirmMergingTests : IAsyncLifetime
{
    private TestDatabase database = null!;

    public static TheoryData<Type, string> Owners => new()
    {
        { typeof(Company), string.Join(' ', FirmRegister.Companies.References.Select(TextOf).Order()) },
        { typeof(Buyer), string.Join(' ', FirmRegister.Buyers.References.Select(TextOf).Order()) },
        { typeof(Participation), string.Join(' ', FirmRegister.OfParticipations.Select(TextOf).Order()) },
    };

    /// <summary>A table that is added one day must not be forgotten.</summary>
    [Theory]
    [MemberData(nameof(Owners))]
    public void References_AreAllThatTheModelHas(Type owner, string known)
    {
        using var db = database.Open();
        var there = db.Model.FindEntityType(owner)!.GetReferencingForeignKeys().Where(key => key.Properties[0].Name != nameof(IMergeable.MergedIntoId))
            .Select(key => $"{AuditTrail.NameOf(key.DeclaringEntityType.ClrType)}.{key.Properties.Single().Name}");

        Assert.Equal(known, string.Join(' ', there.Order()));
    }

    /// <summary>Nobody but a person's choice or the rule of the blocked buyer decides a column; one that is in no field would be lost.</summary>
    [Theory]
    [InlineData(typeof(Company))]
    [InlineData(typeof(Buyer))]
    public void Fields_AreAllThatARecordSays(Type firm)
    {
        using var db = database.Open();
        var said = db.Model.FindEntityType(firm)!.GetProperties().Select(property => property.Name)
            .Except(["Id", "Version", nameof(IMergeable.MergedIntoId), "SearchText", "SearchKeys", "NameKey", "OtherNameKey"]).Order();

        Assert.Equal(said, (firm == typeof(Company) ? FirmRegister.Companies : FirmRegister.Buyers).Fields.SelectMany(field => field.Columns).Order());
    }

    [Fact]
    public async Task Companies_OfOneMission_ShareTheParticipationThatStays()
    {
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyB));

        await using var db = database.Open();
        Assert.Equal([World.Ids.AUnderway], await db.Participations.Where(participation => participation.MissionId == World.Ids.Underway).Select(participation => participation.Id).ToListAsync());
        Assert.Equal(4, await db.Consultations.CountAsync(consultation => consultation.ParticipationId == World.Ids.AUnderway));
        var total = await db.MissionTotals.SingleAsync(total => total.Scope == TotalScope.Participation && total.ScopeId == World.Ids.AUnderway);
        Assert.Equal((4, 3, 609_750m), (total.Consultations, total.Buyers, total.ConsultationValue));
        Assert.Equal(2, await db.Users.CountAsync(user => user.CompanyId == World.Ids.CompanyA));
        await Recorded.AssertTotalsAsync(database);
        Assert.Empty(await new TotalsCheck(db).FindAsync());
    }

    [Fact]
    public async Task Companies_NotSelectedWhereTheOtherIs_AreNotMerged()
    {
        await using (var db = database.Open())
        {
            (await db.Participations.FindAsync(World.Ids.AUnderway))!.Decide(ParticipationStatus.Withdrawn);
            await db.SaveChangesAsync();
        }

        var before = await Rows.OfAsync(database);

        Assert.False(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyB));
        Assert.Equal(before, await Rows.OfAsync(database));
    }

    [Fact]
    public async Task Buyers_Merged_AreMetOnce()
    {
        await using var db = database.Open();
        Assert.Equal(3, (await MissionAsync(db)).Buyers);

        Assert.True(await Merges.MergeAsync(database, FirmRegister.Buyers, World.Ids.BuyerNusantara, World.Ids.BuyerHanoi));

        Assert.Equal(2, (await MissionAsync(db)).Buyers);
        Assert.Equal(1, (await db.MissionTotals.AsNoTracking().SingleAsync(total => total.Scope == TotalScope.Participation && total.ScopeId == World.Ids.BUnderway)).Buyers);
        await Recorded.AssertTotalsAsync(database);
    }

    [Fact]
    public async Task Buyers_OneOfThemBlocked_AreBlockedWhateverIsChosen()
    {
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Buyers, World.Ids.BuyerSaigon, World.Ids.BuyerBlocked, new() { ["Credit"] = false }));

        await using var db = database.Open();
        Assert.Equal(Credit.Blocked, (await db.Buyers.FindAsync(World.Ids.BuyerSaigon))!.Credit);
    }

    [Fact]
    public async Task RegistrationNumber_GoesOverAndComesBack()
    {
        await using var db = database.Open();
        var number = (await db.Companies.FindAsync(World.Ids.CompanyB))!.RegistrationNumber;

        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyC, World.Ids.CompanyB));
        db.ChangeTracker.Clear();
        Assert.Equal(number, (await db.Companies.FindAsync(World.Ids.CompanyC))!.RegistrationNumber);

        Assert.True(await Merges.UndoLatestAsync(database));
        db.ChangeTracker.Clear();
        Assert.Null((await db.Companies.FindAsync(World.Ids.CompanyC))!.RegistrationNumber);
        Assert.Equal(number, (await db.Companies.FindAsync(World.Ids.CompanyB))!.RegistrationNumber);
    }

    [Fact]
    public async Task Undo_OfANumberThatAnotherHasTaken_IsRefused()
    {
        await using var db = database.Open();
        var number = (await db.Companies.FindAsync(World.Ids.CompanyB))!.RegistrationNumber;
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyC, World.Ids.CompanyB));
        db.ChangeTracker.Clear();
        (await db.Companies.FindAsync(World.Ids.CompanyC))!.RegistrationNumber = null;
        await db.SaveChangesAsync();
        db.Add(new Company { NameKo = "새 기업", RegistrationNumber = number });
        await db.SaveChangesAsync();

        Assert.False(await Merges.UndoLatestAsync(database));
        Assert.Equal(1, await db.Merges.CountAsync());
    }

    /// <summary>What somebody has done since is not undone with it.</summary>
    [Fact]
    public async Task Undo_LeavesWhatWasChangedSince()
    {
        await using (var db = database.Open())
        {
            (await db.Companies.FindAsync(World.Ids.CompanyB))!.Industry = "공구";
            await db.SaveChangesAsync();
        }

        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyC, World.Ids.CompanyB));
        await using (var db = database.Open())
        {
            var company = (await db.Companies.FindAsync(World.Ids.CompanyC))!;
            Assert.Equal(("공구", "권선구"), (company.Industry, company.District));
            company.Industry = "금속";
            db.Add(new Product { CompanyId = company.Id, NameKo = "새 제품" });
            (await db.Users.SingleAsync(user => user.Email == World.CompanyB)).CompanyId = World.Ids.CompanyA;
            await db.SaveChangesAsync();
        }

        Assert.True(await Merges.UndoLatestAsync(database));

        await using var after = database.Open();
        var stays = (await after.Companies.FindAsync(World.Ids.CompanyC))!;
        Assert.Equal(("금속", null), (stays.Industry, stays.District));
        Assert.True(await after.Products.AnyAsync(product => product.CompanyId == World.Ids.CompanyC && product.NameKo == "새 제품"));
        Assert.Equal(World.Ids.CompanyA, (await after.Users.SingleAsync(user => user.Email == World.CompanyB)).CompanyId);
        Assert.Equal(World.Ids.CompanyB, (await after.Participations.FindAsync(World.Ids.BUnderway))!.CompanyId);
    }

    [Fact]
    public async Task Undo_OfAnEarlierMerge_WaitsForTheLater()
    {
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyC, World.Ids.CompanyB));
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyC));
        await using var db = database.Open();
        var earlier = await db.Merges.OrderBy(merge => merge.Id).Select(merge => merge.Id).FirstAsync();

        Assert.False((await new FirmMerging(db).UndoAsync(earlier, new UndoForm { Reason = "다른 곳" }, default)).IsDone);
        Assert.True(await Merges.UndoLatestAsync(database));
        Assert.True(await Merges.UndoLatestAsync(database));
    }

    [Fact]
    public async Task Merge_OfSomethingElseThanWasSeen_IsNotDone()
    {
        await using var db = database.Open();
        var plan = (await MergePlan.OfAsync(db, FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyC, default))!;
        var seen = plan.Seen;
        db.Add(new Product { CompanyId = World.Ids.CompanyC, NameKo = "크림" });
        await db.SaveChangesAsync();

        Assert.False((await new FirmMerging(db).MergeAsync(FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyC, new MergeForm { Reason = "같은 곳", Seen = seen }, default)).IsDone);
        Assert.False(await db.Merges.AnyAsync());
    }

    /// <summary>Somebody had the page of the one that is gone open.</summary>
    [Theory]
    [InlineData("product")]
    [InlineData("participation")]
    [InlineData("request")]
    public async Task Save_OfWhatWouldHangOnAMergedRecord_IsRefused(string what)
    {
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyB));
        await using var db = database.Open();
        db.Add(what switch
        {
            "product" => new Product { CompanyId = World.Ids.CompanyB, NameKo = "크림" },
            "participation" => (object)new Participation { MissionId = World.Ids.Closed, CompanyId = World.Ids.CompanyB },
            _ => new ConfirmationRequest { ParticipationId = World.Ids.BUnderway, AskedAt = TestDatabase.Start.UtcDateTime, AskedByName = "test" },
        });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
    }

    [Fact]
    public async Task Merge_IsOnTheTimelineOfTheOneThatStays()
    {
        Assert.True(await Merges.MergeAsync(database, FirmRegister.Buyers, World.Ids.BuyerSaigon, World.Ids.BuyerHanoi));

        await using var db = database.Open();
        var entry = await db.AuditEntries.SingleAsync(entry => entry.Record == "Buyer" && entry.RecordId == World.Ids.BuyerHanoi && entry.Subjects.Any(subject => subject.Record == "Buyer" && subject.RecordId == World.Ids.BuyerSaigon));
        Assert.Equal("같은 곳", entry.Reason);
        Assert.Contains(AuditTrail.Read(entry.Changes), change => change.Field == "MergedIntoId" && change.To == "2");
        Assert.True(await db.AuditEntries.AnyAsync(moved => moved.Record == "Consultation" && moved.RecordId == World.Ids.BWithHanoi && moved.Reason == "같은 곳"));
    }

    [Fact]
    public async Task Snapshots_StayAsTheyAre()
    {
        await using var db = database.Open();
        var before = await db.ReportSnapshots.Select(snapshot => snapshot.Sha256).ToListAsync();

        Assert.True(await Merges.MergeAsync(database, FirmRegister.Companies, World.Ids.CompanyC, World.Ids.CompanyA));

        Assert.Equal(before, await db.ReportSnapshots.Select(snapshot => snapshot.Sha256).ToListAsync());
    }

    [Fact]
    public void Work_ReadsWhatItWrote()
    {
        var work = new MergeWork([new("Contact", "BuyerId", 1, 2, [3, 4])], [new(2, "Credit", MergeWork.Kept(Credit.Unknown), MergeWork.Kept(Credit.Blocked)), new(2, "CreditCheckedOn", MergeWork.Kept(null), MergeWork.Kept(new DateOnly(2026, 11, 4)))]);

        var read = MergeWork.Read(work.Write());

        Assert.Equal(JsonSerializer.Serialize(work), JsonSerializer.Serialize(read));
        Assert.Equal(Credit.Blocked, MergeWork.Restored(read.Changes[0].To, typeof(Credit)));
        Assert.Null(MergeWork.Restored(read.Changes[1].From, typeof(DateOnly?)));
        Assert.Equal(new DateOnly(2026, 11, 4), MergeWork.Restored(read.Changes[1].To, typeof(DateOnly?)));
    }

    /// <summary>The turn that a merge takes, and whatever it does until the pretended rows make no sense.</summary>
    [Fact]
    public async Task Merge_IsValidOnSqlServer()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        await Record.ExceptionAsync(() => new FirmMerging(db).MergeAsync(FirmRegister.Companies, World.Ids.CompanyA, World.Ids.CompanyB, new MergeForm { Reason = "같은 곳" }, default));

        Assert.Contains(server.Statements, statement => statement.Text.Contains("UPDATE", StringComparison.Ordinal) && statement.Text.Contains("[MissionTotals]", StringComparison.Ordinal));
        Assert.Empty(StatementCheck.Errors([.. server.Statements.Distinct()]));
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    private static string TextOf(Reference reference) => $"{reference.Record}.{reference.Field}";

    private static Task<MissionTotal> MissionAsync(TradeDbContext db) => db.MissionTotals.AsNoTracking().SingleAsync(total => total.Scope == TotalScope.Mission && total.MissionId == World.Ids.Underway);
}
