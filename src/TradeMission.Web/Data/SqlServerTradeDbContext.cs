using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;

namespace TradeMission.Web.Data;

/// <summary>The production database.</summary>
public sealed class SqlServerTradeDbContext(DbContextOptions<SqlServerTradeDbContext> options) : TradeDbContext(options)
{
    /// <summary>An identity is the server's to give.</summary>
    public override bool KeepsIds => false;

    public override bool IsDuplicate(DbUpdateException exception) => exception.InnerException is SqlException { Number: 2601 or 2627 };

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // All that a search for consultations reads stands in the index: the rows themselves are many times as long.
        builder.Entity<Consultation>().HasIndex([nameof(Consultation.HeldOn), nameof(Consultation.Id)], SearchIndex).IsDescending(true, true)
            .IncludeProperties(nameof(Consultation.BuyerId), nameof(Consultation.ParticipationId), nameof(Consultation.MissionId), DerivedText.SearchText);

        // Keys are compared letter by letter, as SQLite does: their cases mean different things, and a server's language must not make letters of them alike.
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(type => type.GetProperties()).Where(property => DerivedText.IsKey(property.Name)))
        {
            property.SetCollation("Latin1_General_100_BIN2");
        }
    }

    protected override Task<IDisposable> EnterAsync(CancellationToken cancellationToken) => Task.FromResult<IDisposable>(NoTurn.Instance);
}
