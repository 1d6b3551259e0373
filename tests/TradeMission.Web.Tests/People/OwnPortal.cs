using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Tests.People;

/// <summary>A portal for one test that moves the clock, exhausts a limit or reads mail; its mail lies in a folder of its own.</summary>
public sealed class OwnPortal : Portal
{
    private readonly string mail = Directory.CreateTempSubdirectory("trademission-mail-").FullName;

    /// <summary>Counts password hashes.</summary>
    public CountingHasher Hashes { get; } = new();

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Mail:Folder"] = mail,
        ["Security:AttemptsPerAddress"] = "30",

        // Limits run by the real clock: a slow machine must not see one pass.
        ["Security:AttemptMinutes"] = "600",
    };

    public static async Task<OwnPortal> OpenAsync()
    {
        var portal = new OwnPortal();
        await portal.InitializeAsync();
        return portal;
    }

    /// <summary>The mails sent so far, the oldest first.</summary>
    public async Task<IReadOnlyList<MimeKit.MimeMessage>> MailsAsync()
    {
        await Services.GetRequiredService<Postbox>().SentAsync();
        return [.. (await Services.GetRequiredService<MailFolder>().LatestAsync(100, CancellationToken.None)).Select(mail => mail.Message).Reverse()];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(mail, true);
    }

    protected override void Replace(IServiceCollection services)
    {
        services.RemoveAll<Microsoft.AspNetCore.Identity.IPasswordHasher<TradeUser>>();
        services.AddSingleton<Microsoft.AspNetCore.Identity.IPasswordHasher<TradeUser>>(Hashes);
    }
}
