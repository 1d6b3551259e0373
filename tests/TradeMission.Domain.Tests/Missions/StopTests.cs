using System.Globalization;
using TradeMission.Domain.Missions;

namespace TradeMission.Domain.Tests.Missions;

public class StopTests
{
    [Theory]
    [InlineData("2026-11-03", DayFit.Within)]
    [InlineData("2026-11-04", DayFit.Within)]
    [InlineData("2026-11-05", DayFit.Within)]
    [InlineData("2026-11-02", DayFit.Near)]
    [InlineData("2026-10-27", DayFit.Near)]
    [InlineData("2026-10-26", DayFit.Outside)]
    [InlineData("2026-11-06", DayFit.Near)]
    [InlineData("2026-11-12", DayFit.Near)]
    [InlineData("2026-11-13", DayFit.Outside)]
    [InlineData("2025-11-04", DayFit.Outside)]
    public void Fit_SevenDaysEitherSide_AreNear(string day, DayFit fit) =>
        Assert.Equal(fit, Stop.Fit(DateOnly.Parse(day, CultureInfo.InvariantCulture), new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 5)));

    /// <summary>Somebody types the year 1 or 9999: an odd date, not a fault.</summary>
    [Fact]
    public void Fit_AtTheEndsOfTheCalendar_Answers()
    {
        Assert.Equal(DayFit.Outside, Stop.Fit(new DateOnly(2026, 11, 3), DateOnly.MinValue, DateOnly.MinValue));
        Assert.Equal(DayFit.Near, Stop.Fit(DateOnly.MinValue.AddDays(2), DateOnly.MinValue, DateOnly.MinValue));
        Assert.Equal(DayFit.Near, Stop.Fit(DateOnly.MaxValue.AddDays(-7), DateOnly.MaxValue, DateOnly.MaxValue));
    }
}
