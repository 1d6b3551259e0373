using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.SqlServer;

namespace TradeMission.Web.Tests;

/// <summary>
/// The whole portal over a database of its own that holds the <see cref="World"/>: antiforgery on, real cookies, the real sign-in page. One per test class:
/// <code>
/// public sealed class MissionEditTests(Portal portal) : IClassFixture&lt;Portal&gt;
/// {
///     [Fact]
///     public async Task Post_EndsBeforeStarts_ShowsError()
///     {
///         var officer = await portal.SignInAsync(World.Officer);
///         var form = await officer.GetPageAsync($"/missions/{World.Ids.Underway}/edit");
///         var answer = await officer.SubmitAsync(form, new() { ["EndsOn"] = "2026-11-01" });
///         Assert.Equal(HttpStatusCode.OK, answer.Status);
///         await using var db = portal.Open();
///     }
/// }
/// </code>
/// Tests of a class share the database: a test that counts records makes its own. The environment is "Testing": errors look as they do in production.
/// On SQLite, each query that the portal makes is also put to SQL Server's provider, and its T-SQL is checked when the class is through: what SQL Server would
/// refuse shows as a "Test Class Cleanup Failure". The clock (<see cref="Clock"/>) stands at <see cref="TestDatabase.Start"/> until a test moves it.
/// Nothing works in the background: mail stays in the outbox until a test calls <see cref="OutboxSender.RunOnceAsync"/>, daily tasks wait for
/// <see cref="DailySchedule.RunDueAsync"/>.
/// </summary>
public class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly Dictionary<string, Visitor> signedIn = [];
    private readonly SemaphoreSlim signingIn = new(1, 1);
    private TestDatabase? database;

    /// <summary>Cheap on purpose: tests sign in often.</summary>
    public static PasswordHasher<TradeUser> Hasher { get; } = new(Options.Create(new PasswordHasherOptions { IterationCount = 1 }));

    public TestDatabase Database => database ?? throw new InvalidOperationException("xUnit has not begun this fixture.");

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock => Database.Clock;

    /// <summary>Settings for this host beside the database's; a derived fixture may add some.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>A context on the portal's database, to arrange and to look.</summary>
    public TradeDbContext Open() => Database.Open();

    /// <summary>Somebody who has not signed in, with a cookie jar of their own.</summary>
    public Visitor Visit() => new(CreateDefaultClient(new Uri("https://localhost")), Clock);

    /// <summary>This user (one of <see cref="World"/>'s, or another with its password), signed in through the page; the same visitor every time.</summary>
    public async Task<Visitor> SignInAsync(string email, string password = World.Password)
    {
        await signingIn.WaitAsync();
        try
        {
            if (!signedIn.TryGetValue(email, out var visitor))
            {
                visitor = Visit();
                await visitor.SignInAsync(email, password);
                signedIn[email] = visitor;
            }

            return visitor;
        }
        finally
        {
            signingIn.Release();
        }
    }

    public virtual async Task InitializeAsync() => database = await TestDatabase.CreateWithWorldAsync();

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await Database.DisposeAsync();
        signingIn.Dispose();
        TwinQueries.AssertValid();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseStaticWebAssets();
        foreach (var (key, value) in Database.Configuration.Concat(Settings))
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.RemoveAll<TimeProvider>();
            services.AddSingleton<TimeProvider>(Clock);
            RemoveBackground<OutboxSender>(services);
            RemoveBackground<DailySchedule>(services);
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
            services.ConfigureDbContext<SqliteTradeDbContext>(options => options.ReplaceService<IAsyncQueryProvider, TwinQueryProvider>());
            Replace(services);
        });
    }

    /// <summary>For a derived fixture that puts something else in the place of mail, files or rates.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    /// <summary>It stays a service; only the host no longer starts it.</summary>
    private static void RemoveBackground<TService>(IServiceCollection services)
        where TService : BackgroundService
    {
        var hosted = services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is Func<IServiceProvider, TService>);
        services.Remove(hosted);
    }
}
