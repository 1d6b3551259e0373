using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data;

/// <summary>The figures of one total; amounts in the mission's base currency, not rounded.</summary>
public sealed record TotalFigures(
    int Consultations,
    int Buyers,
    decimal ConsultationValue,
    decimal ContractValue,
    int ConsultationValuesWithoutRate,
    int ContractValuesWithoutRate)
{
    public static TotalFigures None { get; } = new(0, 0, 0m, 0m, 0, 0);

    /// <summary>Each figure with its name.</summary>
    public IEnumerable<(string Name, decimal Value)> Named =>
    [
        (nameof(Consultations), Consultations),
        (nameof(Buyers), Buyers),
        (nameof(ConsultationValue), ConsultationValue),
        (nameof(ContractValue), ContractValue),
        (nameof(ConsultationValuesWithoutRate), ConsultationValuesWithoutRate),
        (nameof(ContractValuesWithoutRate), ContractValuesWithoutRate),
    ];

    public static TotalFigures Of(MissionTotal total) => new(
        total.Consultations,
        total.Buyers,
        total.ConsultationValue,
        total.ContractValue,
        total.ConsultationValuesWithoutRate,
        total.ContractValuesWithoutRate);

    public void WriteTo(MissionTotal total)
    {
        total.Consultations = Consultations;
        total.Buyers = Buyers;
        total.ConsultationValue = ConsultationValue;
        total.ContractValue = ContractValue;
        total.ConsultationValuesWithoutRate = ConsultationValuesWithoutRate;
        total.ContractValuesWithoutRate = ContractValuesWithoutRate;
    }
}
