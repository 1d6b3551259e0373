namespace TradeMission.Web.Data;

/// <summary>What somebody has typed into a form and not saved yet: one per person and form, seen by nobody else.</summary>
public sealed class FormDraft
{
    /// <summary>For so long it is offered.</summary>
    public const int Days = 30;

    public const int LongestAddress = 200;

    public required long UserId { get; init; }

    /// <summary>The form's path.</summary>
    public required string Address { get; init; }

    /// <summary>JSON array of pairs of a field's name and value, in the order of the form.</summary>
    public required string Fields { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
