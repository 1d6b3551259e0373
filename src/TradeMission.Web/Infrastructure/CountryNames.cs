using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Domain;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Infrastructure;

/// <summary>Names of countries from the platform's own data: a culture's native name ends with its country in brackets, "한국어(인도네시아)".</summary>
public static class CountryNames
{
    private static readonly ConcurrentDictionary<(string Language, string Code), string> Names = new();

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Typed = new(AllThatMayBeTyped);

    public static string Of(string code) => Of(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, code);

    /// <summary>All countries by name, for a select.</summary>
    public static IEnumerable<SelectListItem> Choices(string? selected = null) => Countries.All
        .Select(code => new SelectListItem(Of(code), code, code == selected))
        .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true));

    /// <summary>The code of a country that was typed as a code (two letters or three) or by its Korean or English name; null when there is no such country.</summary>
    public static string? Find(string? typed) => Typed.Value.GetValueOrDefault(Folded(typed));

    private static string Of(string language, string code) => Names.GetOrAdd((language, code), key =>
    {
        var culture = CultureInfo.GetCultureInfo($"{key.Language}-{key.Code}").NativeName;
        var open = culture.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? key.Code : culture[(open + 1)..culture.LastIndexOf(')')].Replace('[', '(').Replace(']', ')');
    });

    private static Dictionary<string, string> AllThatMayBeTyped()
    {
        var typed = new Dictionary<string, string>
        {
            // What people write and the platform's data does not know.
            ["uk"] = "GB",
            ["uae"] = "AE",
            ["turkey"] = "TR",
            ["hongkong"] = "HK",
            ["macao"] = "MO",
            ["macau"] = "MO",
        };
        foreach (var code in Countries.All)
        {
            typed[Folded(code)] = code;
            typed[Folded(new RegionInfo($"en-{code}").ThreeLetterISORegionName)] = code;
            typed[Folded(Of("ko", code).Split('(')[0])] = code;
            typed[Folded(Of("ko", code))] = code;
            typed[Folded(Of("en", code))] = code;
        }

        return typed;
    }

    /// <summary>Spaces, full stops and the kind of apostrophe do not tell countries apart.</summary>
    private static string Folded(string? text) => SearchText.Fold(text).Replace(" ", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).Replace('’', '\'');
}
