using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace TradeMission.Web.Infrastructure;

/// <summary>A money unit with its currency: 만불, 천불, US$; million and thousand in English. Its label is always printed beside or above a figure.</summary>
public sealed record Unit(MoneyUnit Kind, string Currency)
{
    /// <summary>What an address says: ?unit=man.</summary>
    private static readonly Dictionary<string, MoneyUnit> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["usd"] = MoneyUnit.Usd,
        ["thousand"] = MoneyUnit.Thousand,
        ["man"] = MoneyUnit.Man,
        ["million"] = MoneyUnit.Million,
    };

    private static bool IsKorean => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ko";

    private static MoneyUnit[] Offered => IsKorean ? [MoneyUnit.Man, MoneyUnit.Thousand, MoneyUnit.Usd] : [MoneyUnit.Million, MoneyUnit.Thousand, MoneyUnit.Usd];

    public string Name => Names.First(pair => pair.Value == Kind).Key;

    /// <summary>만불, US$ thousand; for a base currency other than USD its code stands in the place of 불 and US$.</summary>
    public string Label => Currency == "USD" ? Texts.Get($"Words.Unit.{Kind}") : Texts.Get($"Words.Unit.{Kind}Of", Currency);

    public decimal Size => Kind switch { MoneyUnit.Thousand => 1_000m, MoneyUnit.Man => 10_000m, MoneyUnit.Million => 1_000_000m, _ => 1m };

    private string Pattern => Kind switch { MoneyUnit.Million => "#,##0.00", MoneyUnit.Usd => "#,##0.00", _ => "#,##0.0" };

    /// <summary>The unit that an address asks for; one that the language does not offer falls back to US$, none at all to the language's own.</summary>
    public static Unit Of(string? name, string currency = "USD")
    {
        if (string.IsNullOrEmpty(name) || !Names.TryGetValue(name, out var kind))
        {
            return new Unit(IsKorean ? MoneyUnit.Man : MoneyUnit.Thousand, currency);
        }

        return new Unit(Offered.Contains(kind) ? kind : MoneyUnit.Usd, currency);
    }

    /// <summary>The figure in this unit, without the unit's name. Halves go up: this is the one place where a total is rounded.</summary>
    public string Figure(decimal amount) => Math.Round(amount / Size, Kind is MoneyUnit.Million or MoneyUnit.Usd ? 2 : 1, MidpointRounding.AwayFromZero)
        .ToString(Pattern, CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The figure, or a dash where there is nothing.</summary>
    public string FigureOrDash(decimal? amount) => amount is null or 0m ? "–" : Figure(amount.Value);

    /// <summary>With a sign: the difference to a stated total.</summary>
    public string Difference(decimal amount) => amount > 0 ? "+" + Figure(amount) : Figure(amount);

    /// <summary>Figure and unit: 570만불, US$ 5,700,000.00.</summary>
    public string FigureWithUnit(decimal amount) => Texts.Get(IsKorean && Kind != MoneyUnit.Usd ? "Words.Unit.After" : "Words.Unit.Before", Figure(amount), Label);

    /// <summary>For the unit switch.</summary>
    public IEnumerable<SelectListItem> Choices => Offered.Select(kind => this with { Kind = kind }).Select(unit => new SelectListItem(unit.Label, unit.Name, unit.Kind == Kind));
}
