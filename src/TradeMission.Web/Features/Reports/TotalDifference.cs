namespace TradeMission.Web.Features.Reports;

/// <summary>A stored total of the mission, a stop or a company: then and now.</summary>
/// <param name="Name">Null for the consultations of which no stop is known.</param>
public sealed record TotalDifference(string? Name, MissionRecords.TotalRow? Then, MissionRecords.TotalRow? Now)
{
    public bool IsSame => Consultations.Then == Consultations.Now && Buyers.Then == Buyers.Now && ConsultationValue.Then == ConsultationValue.Now && ContractValue.Then == ContractValue.Now
        && LeftOut.Then == LeftOut.Now;

    public (int Then, int Now) Consultations => (Then?.Consultations ?? 0, Now?.Consultations ?? 0);

    public (int Then, int Now) Buyers => (Then?.Buyers ?? 0, Now?.Buyers ?? 0);

    public (decimal Then, decimal Now) ConsultationValue => (Then?.ConsultationValue ?? 0m, Now?.ConsultationValue ?? 0m);

    public (decimal Then, decimal Now) ContractValue => (Then?.ContractValue ?? 0m, Now?.ContractValue ?? 0m);

    /// <summary>Amounts in no total for want of a rate.</summary>
    public (int Then, int Now) LeftOut => (LeftOutOf(Then), LeftOutOf(Now));

    private static int LeftOutOf(MissionRecords.TotalRow? total) => (total?.ConsultationValuesWithoutRate ?? 0) + (total?.ContractValuesWithoutRate ?? 0);
}
