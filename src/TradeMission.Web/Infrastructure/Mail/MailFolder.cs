using System.Globalization;
using Microsoft.Extensions.Options;
using MimeKit;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>The folder into which mail is written while there is no SMTP server; names sort by time.</summary>
public sealed class MailFolder(IOptions<MailSettings> settings, IHostEnvironment environment)
{
    private const string Extension = ".eml";

    private int written;

    private string Folder { get; } = Path.Combine(environment.ContentRootPath, settings.Value.Folder);

    public async Task AddAsync(MimeMessage message, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        var moment = message.Date.UtcDateTime.ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture);
        var name = string.Create(CultureInfo.InvariantCulture, $"{moment}-{Interlocked.Increment(ref written):D6}-{Guid.NewGuid().ToString("N")[..8]}");
        var unfinished = Path.Combine(Folder, name + ".tmp");
        await message.WriteToAsync(unfinished, cancellation);
        File.Move(unfinished, Path.Combine(Folder, name + Extension));
    }

    /// <summary>The latest first, with their names.</summary>
    public async Task<IReadOnlyList<(string Name, MimeMessage Message)>> LatestAsync(int count, CancellationToken cancellation)
    {
        var mails = new List<(string, MimeMessage)>();
        foreach (var name in Names().OrderDescending(StringComparer.Ordinal).Take(count))
        {
            if (await FindAsync(name, cancellation) is { } message)
            {
                mails.Add((name, message));
            }
        }

        return mails;
    }

    public async Task<MimeMessage?> FindAsync(string name, CancellationToken cancellation) =>
        Names().Contains(name) ? await MimeMessage.LoadAsync(Path.Combine(Folder, name + Extension), cancellation) : null;

    private IEnumerable<string> Names() =>
        Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder, "*" + Extension).Select(file => Path.GetFileNameWithoutExtension(file)) : [];
}
