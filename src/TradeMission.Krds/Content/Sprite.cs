using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace TradeMission.Krds.Content;

/// <summary>Every drawing that the pages use, as symbols of one hidden SVG: icons, rising bars (0 to 6 filled) and four round marks.</summary>
internal static class Sprite
{
    private const int Bars = 6;

    private const string Ring = """<circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6"/>""";

    private static readonly (string Name, string Shapes)[] Icons =
    [
        ("device", """<rect x="3.5" y="1.5" width="9" height="13" rx="1.5"/><path d="M8 5v4.2M5.9 7.3 8 9.4l2.1-2.1M6.5 12h3"/>"""),
        ("check", """<path d="m3 8.5 3.2 3.2L13 4.8"/>"""),
        ("warn", """<path d="M8 2 14.5 13.5h-13z" stroke-linejoin="round"/><path d="M8 6.2v3.6M8 11v1.3"/>"""),
        ("info", """<circle cx="8" cy="8" r="6.2"/><path d="M8 7.2v4M8 4.6v1.3"/>"""),
        ("x", """<path d="m4 4 8 8M12 4l-8 8"/>"""),
        ("minus", """<path d="M3.5 8h9"/>"""),
        ("plus", """<path d="M8 3v10M3 8h10"/>"""),
        ("talk", """<path d="M2.5 3.5h11v7h-6L4.5 13v-2.5h-2z" stroke-linejoin="round"/>"""),
        ("left", """<path d="M10 3 5 8l5 5"/>"""),
        ("right", """<path d="m6 3 5 5-5 5"/>"""),
        ("file", """<path d="M4 1.5h5.5L12.5 5v9.5H4zM9 1.5V5.5h3.5"/>"""),
        ("download", """<path d="M8 2.5v7.6M4.8 7.2 8 10.4l3.2-3.2M2.5 13.5h11"/>"""),
        ("print", """<path d="M4.5 6V2h7v4M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4.5h-7z" stroke-linejoin="round"/>"""),
        ("search", """<circle cx="7" cy="7" r="4.5"/><path d="m10.4 10.4 3.6 3.6"/>"""),
        ("edit", """<path d="M2.5 13.5l.8-3.2 7.6-7.6 2.4 2.4-7.6 7.6z" stroke-linejoin="round"/>"""),
    ];

    private static readonly (string Name, string Shapes)[] Marks =
    [
        ("tier-0", Ring),
        ("tier-1", $"""{Ring}<path d="M7 1.4a5.6 5.6 0 0 0 0 11.2z" fill="currentColor"/>"""),
        ("tier-2", """<circle cx="7" cy="7" r="6.4" fill="currentColor"/>"""),
        ("tier-3", """
            <path d="M7 1 13.4 13H.6z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/>
            <path d="M7 5.2v3.6M7 10v1.4" stroke="currentColor" stroke-width="1.5"/>
            """),
    ];

    public static IHtmlContent Html { get; } = new HtmlString(Draw());

    public static bool StandsForItself(string name) =>
        name.StartsWith("tier-", StringComparison.Ordinal) || name.StartsWith("stage-", StringComparison.Ordinal);

    private static string Draw()
    {
        var svg = new StringBuilder("""<svg class="sprite" aria-hidden="true" focusable="false">""");
        for (var filled = 0; filled <= Bars; filled++)
            Symbol(svg, $"stage-{filled}", "0 0 34 12", RisingBars(filled));

        foreach (var (name, shapes) in Marks)
            Symbol(svg, name, "0 0 14 14", shapes);

        foreach (var (name, shapes) in Icons)
            Symbol(svg, $"i-{name}", "0 0 16 16", shapes);

        return svg.Append("</svg>").ToString();
    }

    private static void Symbol(StringBuilder svg, string id, string viewBox, string shapes) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<symbol id="{id}" viewBox="{viewBox}">{shapes}</symbol>""");

    private static string RisingBars(int filled)
    {
        var shapes = new StringBuilder();
        for (var bar = 0; bar < Bars; bar++)
        {
            var (x, height) = (5.8m * bar, 4m + 1.4m * bar);
            if (bar < filled)
                Bar(shapes, x, 4.4m, height, "fill=\"currentColor\"");
            else
                Bar(shapes, x + .5m, 3.4m, height - 1m, "fill=\"none\" stroke=\"currentColor\" stroke-width=\".9\"");
        }

        return shapes.ToString();
    }

    /// <summary>Standing on the ground line; an outlined one is drawn half a stroke further in.</summary>
    private static void Bar(StringBuilder shapes, decimal x, decimal width, decimal height, string paint) =>
        shapes.Append(
            CultureInfo.InvariantCulture,
            $"""<rect x="{x}" y="{(width < 4 ? 11.5m : 12m) - height}" width="{width}" height="{height}" {paint}/>""");
}
