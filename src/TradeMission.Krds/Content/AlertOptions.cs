using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Content;

/// <param name="HeadingId">Given when the alert is to be named by its heading.</param>
internal sealed record AlertOptions(string Tone, string? Heading, int Level, string? HeadingId, IHtmlContent? Body)
{
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}
