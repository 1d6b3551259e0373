using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>Many records that are made or deleted as one act, in one save or in several of one transaction: they share the audit entry of one record.</summary>
/// <param name="record">Saved with the first of them.</param>
/// <param name="ended">Called when it is over.</param>
internal sealed class AuditedAct(Entity record, Action ended) : IDisposable
{
    private long? entry;

    public Entity Record => record;

    /// <summary>Whether an earlier save has written the entry.</summary>
    public bool IsWritten => entry is not null;

    /// <summary>The entry that stands on the timelines of them all.</summary>
    /// <param name="written">The entries of this save.</param>
    public long EntryOf(IEnumerable<AuditEntry> written) =>
        entry ??= written.Single(one => one.Record == AuditTrail.NameOf(record.GetType()) && one.RecordId == record.Id).Id;

    public void Dispose() => ended();
}
