namespace TradeMission.Krds.Forms;

internal sealed record CheckOptions(FieldOptions Field, bool Checked);
