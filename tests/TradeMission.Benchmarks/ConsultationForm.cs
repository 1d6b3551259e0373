using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace TradeMission.Benchmarks;

/// <summary>The page's form for a new consultation, filled in as an officer would.</summary>
internal static partial class ConsultationForm
{
    private static readonly ConcurrentDictionary<(Visitor Visitor, long Mission), (Dictionary<string, string> Hidden, Dictionary<string, string[]> Choices)> Shown = new();

    public static string Action(long mission) => $"/missions/{mission}/consultations";

    /// <summary>The form is fetched once a visitor; the key that makes a second sending harmless is new each time.</summary>
    public static async Task<Dictionary<string, string>> FillAsync(Visitor visitor, long mission, int number, int time)
    {
        if (!Shown.TryGetValue((visitor, mission), out var shown))
        {
            var page = $"/missions/{mission}/consultations/new";
            var text = await visitor.TextAsync(page);
            shown = Shown[(visitor, mission)] = (await visitor.FormAsync(page, Action(mission)), Select().Matches(text).ToDictionary(
                match => match.Groups[1].Value, match => Option().Matches(match.Value).Select(option => option.Groups[1].Value).Where(value => value.Length > 0).ToArray()));
        }

        var order = Math.Abs((number * 7_919) + time);
        var form = new Dictionary<string, string>(shown.Hidden);
        foreach (var key in form.Where(field => Guid.TryParse(field.Value, out _)).Select(field => field.Key).ToList())
        {
            form[key] = Guid.NewGuid().ToString();
        }

        foreach (var (name, choices) in shown.Choices)
        {
            form[name] = choices[order % choices.Length];
        }

        form["Amount"] = (1_000 * (1 + (order % 90))).ToString(CultureInfo.InvariantCulture);
        return form;
    }

    [GeneratedRegex("<select\\b[^>]*\\bname=\"([^\"]*)\".*?</select>", RegexOptions.Singleline)]
    private static partial Regex Select();

    [GeneratedRegex("<option\\b[^>]*\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Option();
}
