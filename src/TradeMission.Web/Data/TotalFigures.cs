using TradeMission.Domain.Deals;
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

    /// <summary>Each figure behind each kind of evidence; what is nought is not among them.</summary>
    public IReadOnlyDictionary<(TotalFigure Figure, EvidenceTier Tier), TierFigures> Tiers { get; init; } = new Dictionary<(TotalFigure, EvidenceTier), TierFigures>();

    /// <summary>Each figure with its name, always in the same order.</summary>
    public IEnumerable<(string Name, decimal Value)> Named =>
    [
        (nameof(Consultations), Consultations),
        (nameof(Buyers), Buyers),
        (nameof(ConsultationValue), ConsultationValue),
        (nameof(ContractValue), ContractValue),
        (nameof(ConsultationValuesWithoutRate), ConsultationValuesWithoutRate),
        (nameof(ContractValuesWithoutRate), ContractValuesWithoutRate),
        .. Tiers.Where(cell => !cell.Value.IsNothing).OrderBy(cell => cell.Key).SelectMany(cell => new (string, decimal)[]
        {
            ($"{cell.Key.Figure}/{cell.Key.Tier}", cell.Value.Amount),
            ($"{cell.Key.Figure}/{cell.Key.Tier} count", cell.Value.Count),
            ($"{cell.Key.Figure}/{cell.Key.Tier} without rate", cell.Value.WithoutRate),
        }),
    ];

    public static TotalFigures Of(MissionTotal total, IEnumerable<TierTotal>? tiers = null) => new(
        total.Consultations,
        total.Buyers,
        total.ConsultationValue,
        total.ContractValue,
        total.ConsultationValuesWithoutRate,
        total.ContractValuesWithoutRate)
    {
        Tiers = (tiers ?? []).ToDictionary(cell => (cell.Figure, cell.Tier), cell => new TierFigures(cell.Count, cell.Amount, cell.WithoutRate)),
    };

    public MissionTotal AsRow(long mission, TotalScope scope, long id)
    {
        var row = new MissionTotal { MissionId = mission, Scope = scope, ScopeId = id };
        WriteTo(row);
        return row;
    }

    public void WriteTo(MissionTotal total)
    {
        total.Consultations = Consultations;
        total.Buyers = Buyers;
        total.ConsultationValue = ConsultationValue;
        total.ContractValue = ContractValue;
        total.ConsultationValuesWithoutRate = ConsultationValuesWithoutRate;
        total.ContractValuesWithoutRate = ContractValuesWithoutRate;
    }

    public bool Equals(TotalFigures? other) => other is not null && Named.SequenceEqual(other.Named);

    public override int GetHashCode() => HashCode.Combine(Consultations, Buyers, ConsultationValue, ContractValue);

    public override string ToString() => string.Join(", ", Named.Where(figure => figure.Value != 0).Select(figure => $"{figure.Name} {figure.Value:0.############}"));
}
