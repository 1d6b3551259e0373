using TradeMission.Domain.Deals;

namespace TradeMission.Web.Data;

/// <summary>What totals need of a deal's step, as it was recorded: nothing that is worked out from it.</summary>
/// <param name="Amount">In the mission's base currency; null where there is none or its rate is missing.</param>
internal sealed record RecountedStep(
    long Id, long DealId, long ConsultationId, int Place, DateOnly On, DealStage Stage, decimal? Amount, FigureState Answer, bool HasEvidence, bool IsWithdrawal, long? CorrectsId);
