namespace TradeMission.Web.Data;

/// <summary>Personal data that leaves the portal as a file: the audit trail says who took what, as it was filtered, and why.</summary>
public static class Download
{
    /// <summary>What an entry says of a download: its form and its filter.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["File", "Filter"];

    /// <summary>Written before the first line goes out, since afterwards it may be too late.</summary>
    /// <param name="db">Knows who asks, and when.</param>
    /// <param name="record">Whose list it is, by the name that entries give the type.</param>
    /// <param name="file">CSV or XLSX.</param>
    /// <param name="filter">As it stands in the address.</param>
    /// <param name="reason">As the person gave it.</param>
    /// <param name="cancellation">Of the request.</param>
    public static async Task NoteAsync(TradeDbContext db, string record, string file, QueryString filter, string reason, CancellationToken cancellation)
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = db.Clock.GetUtcNow().UtcDateTime,
            ActorId = db.Actor.Id,
            ActorName = db.Actor.Name,
            RequestId = db.Actor.RequestId,
            Reason = reason,
            Act = AuditAct.Downloaded,
            Record = record,
            RecordId = 0,
            Changes = AuditTrail.Write([new AuditChange(Fields[0], null, file), new AuditChange(Fields[1], null, filter.HasValue ? Uri.UnescapeDataString(filter.Value!) : null)]),
        });
        await db.SaveChangesAsync(cancellation);
    }
}
