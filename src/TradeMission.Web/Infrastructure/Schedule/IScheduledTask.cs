using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Schedule;

/// <summary>
/// What is to be done once a day. It is begun again after a failure or a killed portal, so doing it twice must do no harm: letters go through the outbox, whose
/// keys see to that.
/// </summary>
public interface IScheduledTask
{
    /// <summary>What the database remembers its runs by: at most 100 characters, never changed.</summary>
    string Name { get; }

    /// <param name="db">Its own, to be saved as it goes.</param>
    /// <param name="today">In the office's time zone.</param>
    Task RunAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation);
}
