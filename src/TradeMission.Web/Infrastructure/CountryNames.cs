using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Domain;

namespace TradeMission.Web.Infrastructure;

/// <summary>Names of countries from the platform's own data: a culture's native name ends with its country in brackets, "한국어(인도네시아)".</summary>
public static class CountryNames
{
    private static readonly ConcurrentDictionary<(string Language, string Code), string> Names = new();

    public static string Of(string code) => Names.GetOrAdd((CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, code), key =>
    {
        var culture = CultureInfo.GetCultureInfo($"{key.Language}-{key.Code}").NativeName;
        var open = culture.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? key.Code : culture[(open + 1)..culture.LastIndexOf(')')].Replace('[', '(').Replace(']', ')');
    });

    /// <summary>All countries by name, for a select.</summary>
    public static IEnumerable<SelectListItem> Choices(string? selected = null) => Countries.All
        .Select(code => new SelectListItem(Of(code), code, code == selected))
        .OrderBy(item => item.Text, StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true));
}
