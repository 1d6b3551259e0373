namespace TradeMission.Krds.Forms;

internal sealed record ErrorSummaryOptions(string Heading, IReadOnlyList<SummaryError> Errors, IReadOnlyDictionary<string, string> Attributes);
