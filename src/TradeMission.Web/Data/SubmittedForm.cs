namespace TradeMission.Web.Data;

/// <summary>A form that has been submitted and what it made: submitting it again leads there and makes nothing.</summary>
public sealed class SubmittedForm
{
    /// <summary>Made by the page that showed the form.</summary>
    public required Guid Key { get; init; }

    public required string Record { get; init; }

    public required long RecordId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
