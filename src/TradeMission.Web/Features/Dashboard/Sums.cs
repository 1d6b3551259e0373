using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Dashboard;

/// <summary>What several missions (or stops) of one base currency add up to.</summary>
/// <param name="LeftOut">Amounts in no sum for want of a rate.</param>
public sealed record Sums(int Count, int Consultations, decimal ConsultationValue, decimal ContractValue, int LeftOut)
{
    public static Sums Of(IEnumerable<Figures> parts)
    {
        var all = parts.ToList();
        return new Sums(
            all.Count, all.Sum(part => part.Consultations), all.Sum(part => part.ConsultationValue), all.Sum(part => part.ContractValue), all.Sum(part => part.LeftOut));
    }
}
