using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Confirmations;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>Reminds companies that have not answered: after seven days, at most three times.</summary>
public sealed class ConfirmationReminders(Asking asking) : IScheduledTask
{
    public string Name => "confirmation-reminders";

    public async Task RunAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var before = today.AddDays(-ConfirmationRequest.ReminderDays);
        var due = await db.ConfirmationRequests.Where(request => request.DoneAt == null && request.Reminders < ConfirmationRequest.MostReminders && request.LastSentOn <= before)
            .OrderBy(request => request.Id).Select(request => request.Id).ToListAsync(cancellation);
        await OneByOne.RunAsync(due, id => asking.RemindAsync(id, today, cancellation));
    }
}
