namespace TradeMission.Krds.Forms;

/// <summary>What every field of a form has, whatever its control.</summary>
/// <param name="Note">Small words beside the label: that it may stay empty, or the page's own.</param>
/// <param name="Span2">Over both columns of a pair.</param>
internal sealed record FieldOptions(string Id, string Name, string Label, string? Note, string? Hint, string? Error, bool Required, bool Span2)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public string LabelId => $"{Id}-label";

    public string? HintId => Hint is null ? null : $"{Id}-hint";

    public string? ErrorId => Error is null ? null : $"{Id}-error";

    /// <summary>The ids that describe the control: its hint, then its error.</summary>
    public string? DescribedBy => (HintId, ErrorId) switch
    {
        (null, null) => null,
        (var hint, null) => hint,
        (null, var error) => error,
        var (hint, error) => $"{hint} {error}",
    };
}
