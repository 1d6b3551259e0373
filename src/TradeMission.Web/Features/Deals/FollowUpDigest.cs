using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Deals;

/// <summary>
/// Tells officers on Mondays how many deals wait for them, if any do. Whoever follows a deal up is a name that somebody typed, so every officer gets the letter. A
/// portal that was off on Monday makes up for it on its first day of the week.
/// </summary>
public sealed class FollowUpDigest(Letters letters) : IScheduledTask
{
    public string Name => "follow-up-digest";

    public async Task RunAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var monday = MondayOf(today);
        if (await db.TaskRuns.AnyAsync(run => run.Name == Name && run.LastRunOn >= monday, cancellation) || await FollowUpCount.AllAsync(db, today, cancellation) is not { Count: > 0 } counts)
        {
            return;
        }

        foreach (var officer in await OfficersAsync(db, cancellation))
        {
            Outbox.Queue(db, LetterTo(new Reader(officer.Email!, officer.Name, officer.Language), counts), string.Create(CultureInfo.InvariantCulture, $"follow-up/{monday:yyyy-MM-dd}/user-{officer.Id}"));
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Task<List<TradeUser>> OfficersAsync(TradeDbContext db, CancellationToken cancellation) => db.Users.AsNoTracking()
        .Where(user => user.IsActive && user.Email != null && db.UserRoles.Any(of => of.UserId == user.Id && db.Roles.Any(role => role.Id == of.RoleId && role.Name == Roles.Officer)))
        .OrderBy(user => user.Id).ToListAsync(cancellation);

    private Letter LetterTo(Reader reader, IReadOnlyList<FollowUpCount> counts) => letters.About(reader, "FollowUp", "/", () => (
        [], [.. counts.Select(count => new LetterLine(Texts.Get("Deals.CountOf", Texts.Of(count.News), Show.Number(count.Deals)), letters.Absolute(count.Path)))]));
}
