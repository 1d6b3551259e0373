using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Deals;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Infrastructure.Security;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.Mail;

namespace TradeMission.Web.Tests.Deals;

/// <summary>The world with its daily tasks, without a portal around it. TM-2026-001 ends on 6 November 2026: its occasions are 6 January, 6 May and 6 November 2027.</summary>
internal sealed class FollowUpRig : IAsyncDisposable
{
    public static readonly DateOnly First = new(2027, 1, 6);

    private FollowUpRig(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Courier Courier { get; } = new();

    private static Letters Letters { get; } = new(
        Options.Create(new PortalSettings { PublicUrl = "https://portal.example/" }), Options.Create(new SecuritySettings()), Options.Create(new IdentityOptions()), new HttpContextAccessor());

    public static async Task<FollowUpRig> CreateAsync() => new(await TestDatabase.CreateWithWorldAsync());

    public void GoTo(DateOnly day) => Database.Clock.SetUtcNow(new DateTimeOffset(Office.StartOf(day), TimeSpan.Zero).AddHours(8));

    /// <summary>One portal asks for news, whether or not another has done so today.</summary>
    /// <param name="meddle">With its context before it is used.</param>
    public async Task AskAsync(DateOnly? day = null, Action<TradeDbContext>? meddle = null)
    {
        if (day is { } moved)
        {
            GoTo(moved);
        }

        await using var db = Database.Open();
        meddle?.Invoke(db);
        await new AskForNews(Letters).RunAsync(db, Office.DayOf(Database.Clock), CancellationToken.None);
    }

    /// <summary>What a portal does on this day.</summary>
    public Task<IReadOnlyList<TaskOutcome>> RunAsync(DateOnly day)
    {
        GoTo(day);
        var services = new ServiceCollection().AddScoped(_ => Database.Open())
            .AddScoped<IScheduledTask>(_ => new AskForNews(Letters)).AddScoped<IScheduledTask>(_ => new FollowUpDigest(Letters));
        return new DailySchedule(
            services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), new Office(Database.Clock), Database.Clock, NullLogger<DailySchedule>.Instance).RunDueAsync(CancellationToken.None);
    }

    public OutboxSender Sender() => new(
        new ServiceCollection().AddScoped(_ => Database.Open()).BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), Courier, new OutboxSignal(), Database.Clock, NullLogger<OutboxSender>.Instance);

    /// <summary>Opens another deal of 1,000 USD at a consultation.</summary>
    /// <param name="recordedOn">When somebody told the portal; the contract itself is being pursued since the consultation.</param>
    /// <param name="then">What came of it the same day.</param>
    public async Task<long> OpenAsync(long consultationId, DateOnly recordedOn, params DealStage[] then)
    {
        await using var db = Database.Open();
        var consultation = await db.Consultations.Include(consultation => consultation.Mission).SingleAsync(consultation => consultation.Id == consultationId);
        var author = new Author(null, "김담당", false, Office.StartOf(recordedOn).AddHours(10));
        var deal = consultation.OpenDeal(new StepDraft(DealStage.Pursued, World.Usd(1_000m, consultation.HeldOn), consultation.HeldOn), author, recordedOn);
        foreach (var stage in then)
        {
            deal.Add(new StepDraft(stage, stage.IsExit() ? null : World.Usd(1_000m, consultation.HeldOn), consultation.HeldOn, Reason: "test"), author, recordedOn);
        }

        await db.SaveChangesAsync();
        return deal.Id;
    }

    public async Task ChangeAsync(Func<TradeDbContext, Task> change)
    {
        await using var db = Database.Open();
        await change(db);
        await db.SaveChangesAsync();
    }

    public Task AddContactAsync(long company, string email, string name = "오연락") =>
        ChangeAsync(db => db.Contacts.AddAsync(new Contact { CompanyId = company, Name = name, Email = email }).AsTask());

    /// <summary>The letters whose keys begin so, in the order of their queueing.</summary>
    public async Task<List<OutgoingMail>> LettersAsync(string prefix = "news/")
    {
        await using var db = Database.Open();
        return await db.OutgoingMails.AsNoTracking().Where(mail => mail.Key.StartsWith(prefix)).OrderBy(mail => mail.Id).ToListAsync();
    }

    public async Task<List<NewsRequest>> RequestsAsync()
    {
        await using var db = Database.Open();
        return await db.NewsRequests.AsNoTracking().OrderBy(request => request.Id).ToListAsync();
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();
}
