using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>How long a tie has been dormant, in words.</summary>
public static class SisterCityWords
{
    /// <param name="lastOn">The latest mission or exchange; null where there was none.</param>
    public static string Dormant(DateOnly? lastOn, DateOnly today) => lastOn is not { } last
        ? Texts.Get("SisterCities.NeverActive")
        : WholeYears(last, today) is > 0 and var years ? Texts.Get("SisterCities.DormantYears", years) : Texts.Get("SisterCities.Active");

    private static int WholeYears(DateOnly from, DateOnly to) => to.Year - from.Year - (to < from.AddYears(to.Year - from.Year) ? 1 : 0);
}
