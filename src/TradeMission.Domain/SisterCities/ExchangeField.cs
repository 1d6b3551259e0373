namespace TradeMission.Domain.SisterCities;

public enum ExchangeField
{
    Administration,
    Culture,
    Youth,
    Education,
    Sports,
    Environment,
    Economy,
    Other,
}
