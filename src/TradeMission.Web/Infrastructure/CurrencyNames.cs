using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Domain;

namespace TradeMission.Web.Infrastructure;

/// <summary>Currencies for a select: those that missions meet first, then all by code.</summary>
public static class CurrencyNames
{
    private static readonly string[] First = ["USD", "EUR", "JPY", "CNY", "KRW", "MYR", "IDR", "VND", "THB", "SGD", "INR"];

    public static IEnumerable<SelectListItem> Choices(string? selected = null) => First
        .Concat(Currencies.All.Select(currency => currency.Code).Except(First))
        .Select(code => new SelectListItem(Texts.Find($"Words.Currency.{code}") is { } name ? $"{code} {name}" : code, code, code == selected));
}
