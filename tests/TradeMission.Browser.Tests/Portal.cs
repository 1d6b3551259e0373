using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TradeMission.Browser.Tests;

/// <summary>The portal on a free loopback port, over a database and a mail folder of its own.</summary>
public sealed class Portal : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trademission-");

    public ShiftedClock Clock { get; } = new();

    public Uri Address { get; private set; } = new("http://localhost");

    /// <summary>Where its mails land, one file each.</summary>
    public string MailFolder => Path.Combine(folder.FullName, "mail");

    /// <summary>Of all sample users.</summary>
    public string SamplePassword => Services.GetRequiredService<IConfiguration>()["SampleData:Password"]!;

    public Task InitializeAsync()
    {
        UseKestrel(port: 0);
        StartServer();
        Address = new(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
        return Task.CompletedTask;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseEnvironment("Development")
        .UseSetting("Database:Provider", "Sqlite")
        .UseSetting("ConnectionStrings:TradeMission", $"Data Source={Path.Combine(folder.FullName, "portal.db")}")
        .UseSetting("Mail:Folder", MailFolder)
        .ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
