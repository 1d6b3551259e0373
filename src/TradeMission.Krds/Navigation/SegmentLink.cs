namespace TradeMission.Krds.Navigation;

internal sealed record SegmentLink(string Text, string Href, bool Selected);
