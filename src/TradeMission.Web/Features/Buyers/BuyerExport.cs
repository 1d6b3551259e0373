using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Buyers;

/// <summary>Buyers as a file.</summary>
public static class BuyerExport
{
    /// <param name="today">Decides whose credit has expired.</param>
    public static ExportSheet<BuyerRow> Sheet(DateOnly today) => new(
        Texts.Get("Buyers.Title"),
        [
            new(Texts.Get("Exports.Number"), row => row.Id, 10),
            new(Texts.Get("Buyers.Field.Name"), row => row.Name, 30),
            new(Texts.Get("Buyers.Field.NameOther"), row => row.NameOther, 24),
            new(Texts.Get("Buyers.Field.Country"), row => row.Country is { } code ? CountryNames.Of(code) : null),
            new(Texts.Get("Buyers.Field.City"), row => row.City, 18),
            new(Texts.Get("Buyers.Field.Interests"), row => row.Interests, 30),
            new(Texts.Get("Buyers.Field.IntroducedBySisterCityId"), row => Show.Name(row.SisterCityKo, row.SisterCityEn), 18),
            new(Texts.Get("Buyers.Field.IntroducedBy"), row => row.IntroducedBy, 20),
            new(Texts.Get("Buyers.Field.Credit"), row => Texts.Of(CreditStanding.Of(row.Credit, row.CreditExpiresOn, today)), 12),
            new(Texts.Get("Buyers.Field.CreditExpiresOn"), row => row.CreditExpiresOn),
            new(Texts.Get("Buyers.ConsultationsHead"), row => row.Consultations, 10),
            new(Texts.Get("Buyers.LastMetHead"), row => row.LastMetOn),
        ]);
}
