using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.SqlServer;

/// <summary>What saving tells SQL Server: each record of the model inserted (alone and in a batch), changed and deleted, and what totals do beside it.</summary>
public sealed class SavedStatementsTests
{
    [Fact]
    public async Task EveryRecord_InsertedChangedDeleted_IsValid()
    {
        var statements = new HashSet<SqlStatement>();
        foreach (var record in Model())
        {
            statements.UnionWith(await SaveAsync(record));
        }

        Assert.Empty(StatementCheck.Errors([.. statements]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Totals_MovedAndRepaired_AreValid(int rowsFound)
    {
        var server = new PretendServer { RowsFound = rowsFound };
        await using var db = PretendServer.Context(server);
        var consultation = new Consultation
        {
            ClientId = Guid.CreateVersion7(),
            MissionId = 1,
            StopId = 2,
            ParticipationId = 3,
            BuyerId = 4,
            HeldOn = new DateOnly(2026, 11, 4),
            Value = World.Usd(5, new DateOnly(2026, 11, 4)),
            LoggedByName = "test",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        };
        db.Add(consultation);
        await db.SaveChangesAsync();
        consultation.StopId = null;
        await db.SaveChangesAsync();
        db.Remove(consultation);
        await db.SaveChangesAsync();
        await new TotalsCheck(db).FindAsync();
        await new TotalsCheck(db).RepairAsync("test", 1);

        Assert.Contains(server.Statements, statement => statement.Text.Contains("[ConsultationValue] + ", StringComparison.Ordinal));
        Assert.Contains(server.Statements, statement => statement.Text.Contains("COUNT(*)", StringComparison.Ordinal));
        Assert.Empty(StatementCheck.Errors([.. server.Statements.Distinct()]));
    }

    [Fact]
    public async Task Act_OfManyRecords_IsValid()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        var act = new Import { Key = Guid.NewGuid(), Kind = ImportKind.Buyers, MissionId = null, FileName = "바이어.xlsx", Fingerprint = "01", Rows = 2, Content = "{}", ByName = "test", At = TestDatabase.Start.UtcDateTime };
        db.Add(act);
        db.AddRange(new Buyer { Name = "하나", Country = "VN" }, new Buyer { Name = "둘", Country = "VN" });
        using (db.AuditAsOne(act))
        {
            await db.SaveChangesAsync();
        }

        Assert.Contains(server.Statements, statement => statement.Text.StartsWith("INSERT INTO [AuditSubjects] ([AuditEntryId], [Record], [RecordId]) VALUES (@p0, @p1, @p2), (@p0, @p3, @p4), (@p0, @p3, @p5)", StringComparison.Ordinal));
        Assert.Empty(StatementCheck.Errors([.. server.Statements.Distinct()]));
    }

    [Fact]
    public async Task ManyConsultations_AreInsertedTogether_AndValid()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        db.AddRange(Enumerable.Range(0, 60).Select(number => new Consultation
        {
            ClientId = Guid.CreateVersion7(),
            MissionId = 1,
            StopId = number % 2 == 0 ? 2 : null,
            ParticipationId = 3,
            BuyerId = 4,
            HeldOn = new DateOnly(2026, 11, 4),
            Value = number % 3 == 0 ? World.Usd(number, new DateOnly(2026, 11, 4)) : null,
            LoggedByName = "test",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        }));

        // The row that is pretended is none of them; what was told the server until then is what counts.
        await Assert.ThrowsAsync<KeyNotFoundException>(() => db.SaveChangesAsync());

        var inserts = server.Statements.Where(statement => statement.Text.StartsWith("INSERT INTO [Consultations] (", StringComparison.Ordinal)).ToList();
        Assert.True(inserts.Count is > 0 and < 6, $"{inserts.Count} statements");
        Assert.All(inserts, insert => Assert.InRange(insert.Parameters.Count(letter => letter == '@'), 1, 2000));
        Assert.Contains(inserts, insert => insert.Parameters.Contains("decimal(20, 10)", StringComparison.Ordinal));
        Assert.Contains(server.Statements, statement => statement.Text.Contains("[ClientId] IN (", StringComparison.Ordinal) || statement.Text.Contains("OPENJSON", StringComparison.Ordinal));
        Assert.Empty(StatementCheck.Errors([.. server.Statements.Distinct()]));
    }

    [Fact]
    public async Task Totals_OfDeletedStops_AreValid()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        var stop = new Stop { MissionId = 1, CityKo = "반둥", CityEn = "Bandung", Country = "ID", TimeZone = "Asia/Jakarta" };
        db.Add(stop);
        await db.SaveChangesAsync();
        db.Remove(stop);
        await db.SaveChangesAsync();

        Assert.Contains(server.Statements, statement => statement.Text.Contains("FROM [MissionTotals]", StringComparison.Ordinal));
        Assert.Empty(StatementCheck.Errors([.. server.Statements.Distinct()]));
    }

    [Fact]
    public async Task ExpiredKeepings_Forgotten_AreValid()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        await db.ForgetExpiredAsync(TestDatabase.Start.UtcDateTime, CancellationToken.None);

        Assert.Equal(3, server.Statements.Count(statement => statement.Text.Contains("DELETE", StringComparison.Ordinal)));
        Assert.Empty(StatementCheck.Errors(server.Statements));
    }

    [Fact]
    public async Task NextReference_LetsOthersWaitBeforeItLooks()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);

        // The row that is pretended has no reference to count on from; what was told the server until then is what counts.
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => MissionReferences.NextAsync(db, 2026, CancellationToken.None));

        Assert.Equal(["UPDATE", "SELECT"], server.Statements.Select(statement => System.Text.RegularExpressions.Regex.Match(statement.Text, "UPDATE|SELECT").Value));
        Assert.Empty(StatementCheck.Errors(server.Statements));
    }

    [Fact]
    public async Task AdministratorLock_IsValid()
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        await db.LockAdministratorsAsync(CancellationToken.None);

        Assert.Contains("UPDATE", Assert.Single(server.Statements).Text, StringComparison.Ordinal);
        Assert.Empty(StatementCheck.Errors(server.Statements));
    }

    private static List<string> Model()
    {
        using var db = PretendServer.Context(new PretendServer());
        return [.. db.Model.GetEntityTypes().Select(type => type.Name)];
    }

    /// <summary>One alone, five in a batch, and, where the context does not let go of it at once, one changed and deleted.</summary>
    private static async Task<IReadOnlyList<SqlStatement>> SaveAsync(string record)
    {
        var server = new PretendServer();
        await using var db = PretendServer.Context(server);
        var type = db.Model.FindEntityType(record)!;
        if (type.ClrType == typeof(DealStep))
        {
            LoadDeals(db, Enumerable.Range(1, 6));
        }

        // Not nought, which the server pretends to have: a letter of that key would stay out of the save.
        var one = Add(db, type, 1);
        await db.SaveChangesAsync();
        for (var number = 2; number <= 6; number++)
        {
            Add(db, type, number);
        }

        await db.SaveChangesAsync();
        var entry = db.Entry(one);
        if (entry.State != EntityState.Detached && one is not ReportSnapshot)
        {
            foreach (var property in entry.Properties.Where(property => !property.Metadata.IsKey()))
            {
                property.IsModified = true;
            }

            await db.SaveChangesAsync();
            db.Remove(one);
            await db.SaveChangesAsync();
        }

        foreach (var verb in one is AuditEntry or AuditSubject or ReportSnapshot ? ["INSERT INTO"] : new[] { "INSERT INTO", "DELETE FROM" })
        {
            Assert.Contains(server.Statements, statement => statement.Text.Contains($"{verb} [{type.GetTableName()}]", StringComparison.Ordinal));
        }

        return server.Statements;
    }

    /// <summary>A record with something in every column that needs it.</summary>
    private static object Add(TradeDbContext db, IEntityType type, int number)
    {
        var record = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var entry = db.Entry(record);
        foreach (var property in entry.Properties.Where(property => property.Metadata.IsForeignKey() || (property.Metadata.IsKey() && property.Metadata.ValueGenerated == ValueGenerated.Never)))
        {
            property.CurrentValue = ValueOf(property.Metadata, number);
        }

        entry.State = EntityState.Added;
        foreach (var property in entry.Properties.Where(property => property.Metadata.ValueGenerated == ValueGenerated.Never))
        {
            property.CurrentValue ??= ValueOf(property.Metadata, number);
        }

        return record;
    }

    /// <summary>No step is saved without its deal.</summary>
    private static void LoadDeals(TradeDbContext db, IEnumerable<int> numbers)
    {
        var whole = db.Model.FindEntityType(typeof(DealStep))!.FindProperty(nameof(DealStep.DealId))!;
        foreach (var number in numbers)
        {
            var deal = db.Entry((Deal)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(Deal)));
            deal.Property(own => own.Id).CurrentValue = (long)ValueOf(whole, number);
            deal.State = EntityState.Unchanged;
        }
    }

    private static object ValueOf(IProperty property, int number)
    {
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type == typeof(string) ? $"{number}"
            : type == typeof(Guid) ? Guid.NewGuid()
            : type == typeof(DateTimeOffset) ? TestDatabase.Start
            : type == typeof(byte[]) ? new byte[] { 1 }
            : type.IsEnum || type.IsValueType && !type.IsPrimitive && type != typeof(decimal) ? Activator.CreateInstance(type)!
            : Convert.ChangeType(number + 1, type);
    }
}
