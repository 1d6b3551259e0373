using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Content;

/// <param name="At">For machines: 2026-11-02T10:12.</param>
/// <param name="When">For people, with who did it.</param>
internal sealed record EventOptions(string At, string When, IHtmlContent Content, IReadOnlyDictionary<string, string> Attributes);
