namespace TradeMission.Krds.Forms;

/// <param name="FieldId">None for an error of the whole form.</param>
internal sealed record SummaryError(string Text, string? FieldId);
