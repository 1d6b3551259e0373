namespace TradeMission.Krds.Navigation;

internal sealed record PageLink(string Href, string Text);
