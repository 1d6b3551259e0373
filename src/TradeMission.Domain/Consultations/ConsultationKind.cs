namespace TradeMission.Domain.Consultations;

public enum ConsultationKind
{
    AtVenue,
    AtBuyer,
    Online,
    WalkIn,
}
