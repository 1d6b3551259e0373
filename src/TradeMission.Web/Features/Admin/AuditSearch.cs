using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>What the address of the audit trail says: ?who=&amp;record=&amp;id=&amp;act=&amp;from=&amp;to=&amp;before=.</summary>
public sealed class AuditSearch
{
    public string? Who { get; set; }

    public string? Record { get; set; }

    public long? Id { get; set; }

    public AuditAct? Act { get; set; }

    /// <summary>First day, in the office's time zone.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day, in the office's time zone.</summary>
    public DateOnly? To { get; set; }

    /// <summary>Entries before this one: the next page.</summary>
    public long? Before { get; set; }

    public IQueryable<AuditEntry> Entries(TradeDbContext db)
    {
        var entries = db.AuditEntries.AsQueryable();
        if (!string.IsNullOrWhiteSpace(Who))
        {
            var who = Who.Trim();
            entries = entries.Where(entry => entry.ActorName.Contains(who));
        }

        if (!string.IsNullOrEmpty(Record))
        {
            entries = entries.Where(entry => entry.Record == Record);
        }

        if (Id is { } id)
        {
            entries = entries.Where(entry => entry.RecordId == id);
        }

        if (Act is { } act)
        {
            entries = entries.Where(entry => entry.Act == act);
        }

        if (From is { } from)
        {
            var start = Office.StartOf(from);
            entries = entries.Where(entry => entry.At >= start);
        }

        if (To is { } to && to < DateOnly.MaxValue)
        {
            var end = Office.StartOf(to.AddDays(1));
            entries = entries.Where(entry => entry.At < end);
        }

        return entries;
    }
}
