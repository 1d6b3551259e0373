using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Content;

internal sealed record BadgeOptions(string Tone, IHtmlContent Content, IReadOnlyDictionary<string, string> Attributes);
