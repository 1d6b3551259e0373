namespace TradeMission.Domain.Missions;

public enum SupportKind
{
    Venue,
    Vehicle,
    Reception,
    Interpreter,
    Staff,
    BuyerSearch,
    Other,
}
