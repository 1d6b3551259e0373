namespace TradeMission.Krds.Forms;

/// <param name="Type">"checkbox" or "radio".</param>
/// <param name="Look">"list", "segmented" or "choices".</param>
internal sealed record ChoicesOptions(FieldOptions Field, string Type, string Look, IReadOnlyList<Choice> Choices);
