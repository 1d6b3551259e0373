namespace TradeMission.Krds.Forms;

internal sealed record Choice(string Value, string Text, bool Checked, bool Disabled, string? Icon = null);
