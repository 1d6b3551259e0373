using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.Missions;

/// <summary>Missions as a file.</summary>
public static class MissionExport
{
    public static ExportSheet<MissionRow> Sheet() => new(
        Texts.Get("Words.Missions"),
        [
            new(Texts.Get("Missions.Reference"), row => row.Reference),
            new(Texts.Get("Missions.Field.TitleKo"), row => row.TitleKo, 36),
            new(Texts.Get("Missions.Field.TitleEn"), row => row.TitleEn, 36),
            new(Texts.Get("Missions.Field.StartsOn"), row => row.StartsOn),
            new(Texts.Get("Missions.Field.EndsOn"), row => row.EndsOn),
            new(Texts.Get("Words.Stops"), row => string.Join(", ", row.Stops.Select(stop => Show.Name(stop.CityKo, stop.CityEn))), 28),
            new(Texts.Get("Missions.Status"), row => Texts.Of(row.Status), 10),
            new(Texts.Get("Words.Companies"), row => row.Companies, 10),
            new(Texts.Get("Missions.ConsultationsHead"), row => row.Consultations, 10),
            new(Texts.Get("Words.ConsultationValue"), row => row.ConsultationValue, 18),
            new(Texts.Get("Words.ContractValue"), row => row.ContractValue, 18),
            new(Texts.Get("Missions.Field.BaseCurrency"), row => row.Currency, 10),
            new(Texts.Get("Words.StatedTotal"), row => string.Join(", ", row.Stated.OrderBy(stated => stated.Figure).Select(stated => $"{Texts.Of(stated.Figure)} {stated.AsPrinted}")), 30),
        ]);
}
