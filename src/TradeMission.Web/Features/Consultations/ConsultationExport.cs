using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Consultations;

/// <summary>Consultations as a file: one a line, with what came of it; the list of deals tells of each deal.</summary>
public static class ConsultationExport
{
    public static ExportSheet<ConsultationRow> Sheet() => new(
        Texts.Get("Words.Consultations"),
        [
            new(Texts.Get("Exports.Number"), row => row.Id, 10),
            new(Texts.Get("Words.Mission"), row => row.MissionReference),
            new(Texts.Get("Consultations.DateHead"), row => row.DayUnknown ? null : row.HeldOn, 12),
            new(Texts.Get("Consultations.Field.StartsAt"), row => row.DayUnknown ? null : row.StartsAt, 12),
            new(Texts.Get("Words.Company"), row => Show.Name(row.CompanyKo, row.CompanyEn), 24),
            new(Texts.Get("Words.Buyer"), row => row.Buyer, 28),
            new(Texts.Get("Words.Stop"), row => Show.Name(row.StopKo, row.StopEn)),
            new(Texts.Get("Words.ConsultationValue"), row => row.Amount, 18),
            new(Texts.Get("Exports.ConsultationCurrency"), row => row.Currency, 12),
            new(Texts.Get("Exports.ConsultationBase"), row => row.BaseAmount, 22),
            new(Texts.Get("Exports.ConsultationEvidence"), TierOf, 16),
            new(Texts.Get("Exports.Answer"), row => row.Amount is null ? null : Texts.Of(row.Answer), 16),
            new(Texts.Get("Exports.ContractBase"), row => row.ContractBaseAmount, 26),
            new(Texts.Get("Missions.Field.BaseCurrency"), row => row.BaseCurrency, 10),
            new(Texts.Get("Exports.WithoutRate"), WithoutRate, 12),
            new(Texts.Get("Deals.StageHead"), row => string.Join(", ", row.Deals.Select(StageOf)), 18),
            new(Texts.Get("Exports.ContractEvidence"), row => string.Join(", ", row.Deals.Where(deal => deal.Stage is not null).Select(deal => Texts.Of(deal.Tier))), 18),
            new(Texts.Get("Consultations.AssessmentHead"), row => row.Assessment is { } assessment ? Texts.Of(assessment) : null, 12),
            new(Texts.Get("Words.NextStep"), row => row.NextStep, 28),
            new(Texts.Get("Consultations.Field.NextStepDueOn"), row => row.NextStepDueOn, 12),
            new(Texts.Get("Consultations.Field.NextStepDoneOn"), row => row.NextStepDoneOn),
        ]);

    private static string? TierOf(ConsultationRow row) =>
        row.Amount is null ? null : Texts.Of(row.Answer == FigureState.Confirmed ? EvidenceTier.Confirmed : EvidenceTier.Recorded);

    /// <summary>As the list shows it: what ended a deal stands in its stage's place.</summary>
    private static string StageOf(DealMark deal) => deal.State switch
    {
        DealState.OnHold => Texts.Of(DealStage.OnHold),
        DealState.Lost => Texts.Of(DealStage.Lost),
        _ => deal.Stage is { } stage ? Texts.Of(stage) : "–",
    };

    /// <summary>Amounts that are left out of base values; nothing where there are none.</summary>
    private static object? WithoutRate(ConsultationRow row)
    {
        var amounts = (row.Amount is not null && row.BaseAmount is null ? 1 : 0) + row.Deals.Where(deal => deal.Counts).Sum(deal => deal.WithoutRate);
        return amounts == 0 ? null : amounts;
    }
}
