using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Domain.Buyers;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests.Data;

public sealed class SubmitOnceTests : IAsyncLifetime
{
    private static readonly Guid Key = Guid.Parse("018f6f0e-5b7c-7000-8000-000000000001");

    private TestDatabase database = null!;

    [Fact]
    public async Task SameKeyTwice_MakesOneRecord_AndLeadsToIt()
    {
        var first = await SubmitAsync("once");
        await using var db = database.Open();
        var buyer = new Buyer { Name = "twice", Country = null };
        db.Add(buyer);
        db.SubmitOnce(Key, buyer);

        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.True(db.IsDuplicate(refused));
        Assert.False(await db.Buyers.AnyAsync(known => known.Name == "twice"));
        var form = await db.SubmittedForms.SingleAsync(form => form.Key == Key);
        Assert.Equal(("Buyer", first), (form.Record, form.RecordId));
    }

    [Fact]
    public async Task SameKeyAtOnce_MakesOneRecord()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            try
            {
                return await SubmitAsync($"at once {number}");
            }
            catch (DbUpdateException)
            {
                return 0;
            }
        })));

        Assert.Single(outcomes, id => id != 0);
        await using var db = database.Open();
        Assert.Equal(1, await db.Buyers.CountAsync(known => known.Name.StartsWith("at once")));
    }

    [Fact]
    public async Task OtherFailure_IsNoDuplicate()
    {
        await using var db = database.Open();
        db.Add(new Domain.Companies.Product { CompanyId = 4711, NameKo = "주인 없음" });

        Assert.False(db.IsDuplicate(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));
    }

    [Fact]
    public async Task KeyOfAnAbandonedForm_DoesNotStickToTheNextRequest()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(database.Clock).AddScoped<Func<Actor>>(_ => () => Actor.Portal);
        services.AddTradeDatabase(new ConfigurationBuilder().AddInMemoryCollection(database.Configuration).Build(), "");
        await using var provider = services.BuildServiceProvider();
        await using (var request = provider.CreateAsyncScope())
        {
            var abandoned = request.ServiceProvider.GetRequiredService<TradeDbContext>();
            abandoned.SubmitOnce(Key, new Buyer { Name = "abandoned", Country = null });
            abandoned.Reason = "abandoned";
        }

        await using (var request = provider.CreateAsyncScope())
        {
            var next = request.ServiceProvider.GetRequiredService<TradeDbContext>();
            next.Add(new Buyer { Name = "next", Country = null });
            await next.SaveChangesAsync();
        }

        await using var db = database.Open();
        Assert.Empty(await db.SubmittedForms.ToListAsync());
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Reason != null));
    }

    public async Task InitializeAsync() => database = await TestDatabase.CreateAsync();

    public Task DisposeAsync() => database.DisposeAsync().AsTask();

    private async Task<long> SubmitAsync(string name)
    {
        await using var db = database.Open();
        var buyer = new Buyer { Name = name, Country = null };
        db.Add(buyer);
        db.SubmitOnce(Key, buyer);
        await db.SaveChangesAsync();
        return buyer.Id;
    }
}
