using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Deals;

/// <summary>Deals as a file: every amount beside its stage and what stands behind it.</summary>
public static class DealExport
{
    public static ExportSheet<DealRow> Sheet() => new(
        Texts.Get("Words.Deals"),
        [
            new(Texts.Get("Exports.Number"), row => row.Id, 10),
            new(Texts.Get("Words.Mission"), row => row.MissionReference),
            new(Texts.Get("Words.Company"), row => Show.Name(row.CompanyKo, row.CompanyEn), 24),
            new(Texts.Get("Words.Buyer"), row => row.Buyer, 28),
            new(Texts.Get("Deals.StageHead"), row => row.Stage is { } stage ? Texts.Of(stage) : null),
            new(Texts.Get("Deals.StateHead"), row => Texts.Of(row.State), 8),
            new(Texts.Get("Exports.ContractAmount"), row => row.Amount, 18),
            new(Texts.Get("Deals.Field.Currency"), row => row.AmountCurrency, 8),
            new(Texts.Get("Exports.ContractAmountBase"), row => row.BaseAmount, 22),
            new(Texts.Get("Missions.Field.BaseCurrency"), row => row.Currency, 10),
            new(Texts.Get("Exports.AtLeast"), row => row.IsAtLeast ? Texts.Get("Shared.Yes") : null, 8),
            new(Texts.Get("Exports.LeftOut"), row => row.WithoutRate > 0 ? row.WithoutRate : null, 8),
            new(Texts.Get("Deals.Evidence"), row => row.Stage is null ? null : Texts.Of(row.Tier)),
            new(Texts.Get("Deals.ExpectedHead"), row => row.ExpectedOn, 12),
            new(Texts.Get("Deals.Field.Likelihood"), row => row.Likelihood is { } likelihood ? Texts.Of(likelihood) : null, 8),
            new(Texts.Get("Deals.Field.Owner"), row => row.Owner),
            new(Texts.Get("Deals.Field.DueOn"), row => row.DueOn, 12),
            new(Texts.Get("Deals.LastNews"), row => row.LastNewsOn, 12),
        ]);
}
