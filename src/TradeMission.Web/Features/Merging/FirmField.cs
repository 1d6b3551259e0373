using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>What two records of one firm may say differently, and one of them has to.</summary>
/// <param name="Name">In the form, and of the label in the register's texts.</param>
/// <param name="Columns">What goes together.</param>
/// <param name="Text">As people read it; null where nothing is said.</param>
public sealed record FirmField(string Name, IReadOnlyList<string> Columns, Func<IFirm, string?> Text)
{
    public static IReadOnlyList<FirmField> OfCompanies { get; } =
    [
        Company(nameof(Domain.Companies.Company.NameKo), company => company.NameKo),
        Company(nameof(Domain.Companies.Company.NameEn), company => company.NameEn),
        Company(nameof(Domain.Companies.Company.RegistrationNumber), company => company.RegistrationNumber is { } digits ? RegistrationNumber.Format(digits) : null),
        Company(nameof(Domain.Companies.Company.Representative), company => company.Representative),
        Company(nameof(Domain.Companies.Company.District), company => company.District),
        Company(nameof(Domain.Companies.Company.Industry), company => company.Industry),
        Company(nameof(Domain.Companies.Company.Size), company => company.Size == CompanySize.Unknown ? null : Texts.Of(company.Size)),
        Company(nameof(Domain.Companies.Company.ExportCountries), company => CountryList.Names(company.ExportCountries)),
        Company(nameof(Domain.Companies.Company.Notes), company => company.Notes),
    ];

    public static IReadOnlyList<FirmField> OfBuyers { get; } =
    [
        Buyer(buyer => buyer.Name, nameof(Domain.Buyers.Buyer.Name)),
        Buyer(buyer => buyer.NameOther, nameof(Domain.Buyers.Buyer.NameOther)),
        Buyer(buyer => buyer.Country is { } code ? Show.Country(code) : null, nameof(Domain.Buyers.Buyer.Country)),
        Buyer(buyer => buyer.City, nameof(Domain.Buyers.Buyer.City)),
        Buyer(buyer => buyer.Interests, nameof(Domain.Buyers.Buyer.Interests)),
        Buyer(buyer => buyer.IntroducedBySisterCity is { } city ? Show.Name(city.NameKo, city.NameEn) : null, nameof(Domain.Buyers.Buyer.IntroducedBySisterCityId)),
        Buyer(buyer => buyer.IntroducedBy, nameof(Domain.Buyers.Buyer.IntroducedBy)),
        Buyer(CreditOf, nameof(Domain.Buyers.Buyer.Credit), nameof(Domain.Buyers.Buyer.CreditCheckedOn), nameof(Domain.Buyers.Buyer.CreditExpiresOn)),
        Buyer(buyer => buyer.Notes, nameof(Domain.Buyers.Buyer.Notes)),
    ];

    private static FirmField Company(string name, Func<Company, string?> text) => new(name, [name], firm => text((Company)firm));

    private static FirmField Buyer(Func<Buyer, string?> text, params string[] columns) => new(columns[0], columns, firm => text((Buyer)firm));

    private static string? CreditOf(Buyer buyer) => buyer.Credit == Credit.Unknown
        ? null
        : string.Join(" · ", new[] { Texts.Of(buyer.Credit), buyer.CreditCheckedOn is { } from ? Show.DayShort(from) : null, buyer.CreditExpiresOn is { } to ? $"~ {Show.DayShort(to)}" : null }.OfType<string>());
}
