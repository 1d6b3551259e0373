using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.SampleData;

/// <summary>A database into which the sample data has been loaded.</summary>
public sealed class LoadedSamples : IAsyncLifetime
{
    public const string Password = "trade-mission-2026";

    private TestDatabase? database;

    public TradeDbContext Open() => database!.Open();

    /// <summary>Over this context, as the portal's own would be.</summary>
    public static UserManager<TradeUser> UsersOf(TradeDbContext db) => new(
        new UserStore<TradeUser, IdentityRole<long>, TradeDbContext, long>(db),
        Options.Create(new IdentityOptions()),
        Portal.Hasher,
        [new UserValidator<TradeUser>()],
        [new PasswordValidator<TradeUser>()],
        new UpperInvariantLookupNormalizer(),
        new IdentityErrorDescriber(),
        null!,
        NullLogger<UserManager<TradeUser>>.Instance);

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        await TradeMission.Web.Data.Samples.SampleData.LoadAsync(db, UsersOf(db), Password, CancellationToken.None);
    }

    public async Task DisposeAsync() => await database!.DisposeAsync();
}
