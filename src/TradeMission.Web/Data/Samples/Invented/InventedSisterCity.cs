using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedSisterCity(
    string Ko,
    string En,
    string Region,
    SisterCityKind Kind,
    DateOnly AgreedOn,
    string Notes,
    IReadOnlyList<InventedContact> Contacts,
    IReadOnlyList<InventedExchange> Exchanges,
    string? Local = null);
