using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Mail;

/// <summary>An outbox on a database of its own, without a portal around it.</summary>
internal sealed class OutboxRig : IAsyncDisposable
{
    private OutboxRig(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Courier Courier { get; } = new();

    public OutboxSignal Signal { get; } = new();

    public static async Task<OutboxRig> CreateAsync() => new(await TestDatabase.CreateAsync());

    public static Letter Letter(string subject = "안내") => new("buyer@example.com", "김바이어", subject, "본문 https://portal.example/x", "<p>본문</p>");

    /// <summary>One portal's sender.</summary>
    /// <param name="meddle">With each of its contexts before it is used.</param>
    /// <param name="mail">In place of the courier.</param>
    public OutboxSender Sender(Action<TradeDbContext>? meddle = null, IMailSender? mail = null)
    {
        var services = new ServiceCollection().AddScoped(_ =>
        {
            var db = Database.Open();
            meddle?.Invoke(db);
            return db;
        });
        return new OutboxSender(
            services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), mail ?? Courier, Signal, Database.Clock, NullLogger<OutboxSender>.Instance);
    }

    public async Task QueueAsync(params string[] keys)
    {
        await using var db = Database.Open();
        foreach (var key in keys)
        {
            Outbox.Queue(db, Letter(key), key);
        }

        await db.SaveChangesAsync();
    }

    public async Task<OutgoingMail> MailAsync(string key)
    {
        await using var db = Database.Open();
        return await db.OutgoingMails.AsNoTracking().SingleAsync(mail => mail.Key == key);
    }

    public async Task TryAgainAsync()
    {
        await using var db = Database.Open();
        foreach (var mail in await db.OutgoingMails.ToListAsync())
        {
            mail.TryAgain(Database.Clock.GetUtcNow().UtcDateTime);
        }

        await db.SaveChangesAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
