using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TradeMission.Domain.Consultations;

namespace TradeMission.Web.Data;

/// <summary>The embedded database: one writer at a time, so writers of this process take turns instead of colliding.</summary>
public sealed class SqliteTradeDbContext(DbContextOptions<SqliteTradeDbContext> options) : TradeDbContext(options)
{
    private const int UniqueIndex = 2067;
    private const int PrimaryKey = 1555;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new();

    /// <summary>They are counted up and never given twice.</summary>
    public override bool KeepsIds => true;

    public override bool IsDuplicate(DbUpdateException exception) =>
        exception.InnerException is SqliteException { SqliteExtendedErrorCode: UniqueIndex or PrimaryKey };

    /// <summary>Days and times stand there as text, always in the same form: the provider would try all that a culture knows, for each of the hundreds that a list reads.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateOnly>().HaveConversion<DateText>();
        configurationBuilder.Properties<TimeOnly>().HaveConversion<TimeText>();
    }

    /// <summary>All that a search for consultations reads stands in the index: the rows themselves are many times as long.</summary>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Consultation>().HasIndex(nameof(Consultation.HeldOn), nameof(Consultation.Id), nameof(Consultation.BuyerId), nameof(Consultation.ParticipationId), nameof(Consultation.MissionId), DerivedText.SearchText)
            .IsDescending(true, true, false, false, false, false).HasDatabaseName(SearchIndex);
    }

    protected override async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (Database.CurrentTransaction is not null)
        {
            return NoTurn.Instance;
        }

        var gate = Gates.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        return await gate.WaitAsync(LongestWait, cancellationToken).ConfigureAwait(false)
            ? new Turn(gate)
            : throw new TimeoutException($"No turn to write within {LongestWait.TotalSeconds} s: does somebody save by another context inside a transaction?");
    }

    private sealed class DateText() : ValueConverter<DateOnly, string>(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    private sealed class TimeText() : ValueConverter<TimeOnly, string>(time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture), text => TimeOnly.ParseExact(text, "HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));

    private sealed class Turn(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
