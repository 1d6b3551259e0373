namespace TradeMission.Domain.Consultations;

public enum Assessment
{
    DidNotTakePlace,
    NoInterest,
    Informative,
    CooperationPossible,
}
