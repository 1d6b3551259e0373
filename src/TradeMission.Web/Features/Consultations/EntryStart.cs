using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>What the address of the entry page hands on from the last record: ?participation=&amp;stop=&amp;currency=&amp;unit=&amp;day=.</summary>
public sealed class EntryStart
{
    public long? Participation { get; set; }

    public long? Stop { get; set; }

    public string? Currency { get; set; }

    public MoneyUnit? Unit { get; set; }

    /// <summary>Where another day than today is being logged.</summary>
    public DateOnly? Day { get; set; }
}
