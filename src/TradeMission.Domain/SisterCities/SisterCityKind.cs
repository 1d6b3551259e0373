namespace TradeMission.Domain.SisterCities;

public enum SisterCityKind
{
    Sister,
    Friendship,
}
