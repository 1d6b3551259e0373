namespace TradeMission.Krds.Forms;

internal sealed record TextareaOptions(FieldOptions Field, int Rows, int? MaxLength, string? Value);
