using TradeMission.Domain.Missions;

namespace TradeMission.Web.Features.Shared;

/// <summary>A stored total as it was read: of a mission, a stop or a participation.</summary>
/// <param name="Buyers">Different buyers met; buyers of two scopes cannot be added up, since they may be the same.</param>
/// <param name="ConsultationValue">In the mission's base currency, not rounded.</param>
/// <param name="ContractValue">In the mission's base currency, not rounded; contracts being pursued.</param>
public sealed record Figures(
    int Consultations, int Buyers, decimal ConsultationValue, decimal ContractValue, int ConsultationValuesWithoutRate, int ContractValuesWithoutRate)
{
    public static Figures None { get; } = new(0, 0, 0m, 0m, 0, 0);

    /// <summary>Amounts that are recorded, but in no total for want of a rate.</summary>
    public int LeftOut => ConsultationValuesWithoutRate + ContractValuesWithoutRate;

    public static Figures Of(MissionTotal? total) => total is null
        ? None
        : new Figures(
            total.Consultations, total.Buyers, total.ConsultationValue, total.ContractValue, total.ConsultationValuesWithoutRate, total.ContractValuesWithoutRate);

    /// <summary>All of them together; a buyer in two of them counts twice.</summary>
    public static Figures SumOf(IEnumerable<Figures> parts) => parts.Aggregate(None, (sum, part) => new Figures(
        sum.Consultations + part.Consultations,
        sum.Buyers + part.Buyers,
        sum.ConsultationValue + part.ConsultationValue,
        sum.ContractValue + part.ContractValue,
        sum.ConsultationValuesWithoutRate + part.ConsultationValuesWithoutRate,
        sum.ContractValuesWithoutRate + part.ContractValuesWithoutRate));

    /// <summary>Whether these parts add up to this whole, buyers aside: one that two parts met counts once in the whole.</summary>
    public bool IsSumOf(IEnumerable<Figures> parts) => SumOf(parts) with { Buyers = Buyers } == this;
}
