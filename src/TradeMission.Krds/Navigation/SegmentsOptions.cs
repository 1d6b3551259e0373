namespace TradeMission.Krds.Navigation;

internal sealed record SegmentsOptions(string Label, IReadOnlyList<SegmentLink> Segments, IReadOnlyDictionary<string, string> Attributes);
