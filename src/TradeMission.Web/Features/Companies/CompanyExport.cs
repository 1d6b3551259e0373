using TradeMission.Domain.Companies;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Companies;

/// <summary>Companies as a file. People's names stay on the page: a file of them needs a reason.</summary>
public static class CompanyExport
{
    /// <param name="currency">Of the values.</param>
    public static ExportSheet<CompanyRow> Sheet(string currency) => new(
        Texts.Get("Companies.Title"),
        [
            new(Texts.Get("Companies.Field.NameKo"), row => row.NameKo, 26),
            new(Texts.Get("Companies.Field.NameEn"), row => row.NameEn, 26),
            new(Texts.Get("Companies.Field.RegistrationNumber"), row => row.RegistrationNumber is { } digits ? RegistrationNumber.Format(digits) : null, 16),
            new(Texts.Get("Companies.Field.District"), row => row.District),
            new(Texts.Get("Companies.Field.Industry"), row => row.Industry, 18),
            new(Texts.Get("Companies.ProductsHead"), row => string.Join(", ", row.Products.Select(NameOf)), 40),
            new(Texts.Get("Companies.MissionsHead"), row => row.Missions, 10),
            new(Texts.Get("Words.ConsultationValue"), row => row.Value, 18),
            new(Texts.Get("Missions.Field.Currency"), _ => currency, 8),
            new(Texts.Get("Exports.OtherCurrencies"), OthersOf, 24),
        ]);

    private static string NameOf(CompanyRow.Item product) =>
        Show.Name(product.NameKo, product.NameEn) + (product.HsCode is { } code ? $" ({Product.FormatHsCode(code)})" : "");

    /// <summary>Each currency by itself: they are never added up.</summary>
    private static string OthersOf(CompanyRow row) => string.Join(", ", row.Others.GroupBy(other => other.Currency).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => (group.Key, Sum: group.Sum(other => other.Value))).Where(other => other.Sum != 0).Select(other => Show.Amount(other.Sum, other.Key)));
}
