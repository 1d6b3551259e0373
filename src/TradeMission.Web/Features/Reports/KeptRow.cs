namespace TradeMission.Web.Features.Reports;

/// <summary>A record of a mission as it was. Two rows of one record are equal when nothing of it has changed.</summary>
public abstract record KeptRow(long Id)
{
    /// <summary>As the audit trail names its type.</summary>
    internal abstract string Record { get; }

    /// <summary>What tells it from its like, in the reader's language.</summary>
    internal abstract string Name { get; }

    /// <summary>Where it is shown as it is now.</summary>
    internal abstract string Address(long mission);
}
