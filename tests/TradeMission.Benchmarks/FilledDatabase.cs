using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Data.Samples.Generated;

namespace TradeMission.Benchmarks;

/// <summary>An embedded database with generated data and one officer; made once and kept in the data folder.</summary>
internal sealed class FilledDatabase
{
    public const string Officer = "officer@example.com";
    public const string Password = "trade-mission-2026";

    private FilledDatabase(string file) => File = file;

    public string File { get; }

    public static async Task<FilledDatabase> MakeAsync(string folder, int consultations, int missions)
    {
        Directory.CreateDirectory(folder);
        var database = new FilledDatabase(Path.Combine(folder, $"{consultations}-in-{missions}.db"));
        if (System.IO.File.Exists(database.File))
        {
            return database;
        }

        Console.WriteLine($"Making {database.File} …");
        var unfinished = database.File + ".unfinished";
        System.IO.File.Delete(unfinished);
        await using (var db = Open(unfinished))
        {
            await db.Database.MigrateAsync();
            await ReferenceData.EnsureAsync(db, CancellationToken.None);
            await AddOfficerAsync(db);
            await Generator.FillAsync(db, consultations, missions, _ => { }, CancellationToken.None);
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        System.IO.File.Move(unfinished, database.File);
        return database;
    }

    /// <summary>A copy to write into, so that the next run measures the same data; brought up to date, since the original may be of an earlier day.</summary>
    public async Task<FilledDatabase> CopyAsync()
    {
        var copy = new FilledDatabase(Path.ChangeExtension(File, ".run.db"));
        foreach (var rest in new[] { "-wal", "-shm" })
        {
            System.IO.File.Delete(copy.File + rest);
        }

        System.IO.File.Copy(File, copy.File, overwrite: true);
        await using var db = copy.Open();
        await db.Database.MigrateAsync();
        return copy;
    }

    public TradeDbContext Open() => Open(File);

    private static SqliteTradeDbContext Open(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteTradeDbContext>();
        DatabaseSetup.UseSqlite(options, $"Data Source={file}");
        return new SqliteTradeDbContext(options.Options);
    }

    private static async Task AddOfficerAsync(TradeDbContext db)
    {
        var user = new TradeUser
        {
            UserName = Officer,
            NormalizedUserName = Officer.ToUpperInvariant(),
            Email = Officer,
            NormalizedEmail = Officer.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Name = "김담당 (예시)",
        };
        user.PasswordHash = new PasswordHasher<TradeUser>().HashPassword(user, Password);
        db.Add(user);
        await db.SaveChangesAsync();
        var role = await db.Roles.SingleAsync(role => role.Name == "Officer");
        db.Add(new IdentityUserRole<long> { UserId = user.Id, RoleId = role.Id });
        await db.SaveChangesAsync();
    }
}
