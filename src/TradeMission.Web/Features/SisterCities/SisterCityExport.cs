using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>Sister cities as a file.</summary>
public static class SisterCityExport
{
    /// <param name="today">Decides how long a tie has been dormant.</param>
    public static ExportSheet<SisterCityRow> Sheet(DateOnly today) => new(
        Texts.Get("SisterCities.Title"),
        [
            new(Texts.Get("SisterCities.Field.NameKo"), row => row.NameKo, 20),
            new(Texts.Get("SisterCities.Field.NameEn"), row => row.NameEn, 20),
            new(Texts.Get("SisterCities.Field.NameLocal"), row => row.NameLocal, 20),
            new(Texts.Get("SisterCities.Field.Country"), row => CountryNames.Of(row.Country)),
            new(Texts.Get("SisterCities.Field.Region"), row => row.Region),
            new(Texts.Get("SisterCities.Field.Kind"), row => Texts.Of(row.Kind), 10),
            new(Texts.Get("SisterCities.Field.AgreedOn"), row => row.AgreedOn),
            new(Texts.Get("SisterCities.MissionsHead"), row => row.Missions),
            new(Texts.Get("SisterCities.LastMission"), row => row.LastMissionOn, 18),
            new(Texts.Get("SisterCities.ExchangesHead"), row => row.Exchanges),
            new(Texts.Get("Exports.LastExchange"), row => row.ExchangedOn, 18),
            new(Texts.Get("SisterCities.Dormant"), row => SisterCityWords.Dormant(row.LastOn, today), 18),
        ]);
}
