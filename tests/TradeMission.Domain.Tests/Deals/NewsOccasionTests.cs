using CsCheck;
using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Deals;

public class NewsOccasionTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(2000, 1, 1).DayNumber, new DateOnly(2100, 1, 1).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2026-11-06", 2, "2027-01-06")]
    [InlineData("2026-08-31", 2, "2026-10-31")]
    [InlineData("2026-12-31", 2, "2027-02-28")]
    [InlineData("2027-12-31", 2, "2028-02-29")]
    [InlineData("2026-12-31", 6, "2027-06-30")]
    [InlineData("2028-02-29", 12, "2029-02-28")]
    public void DayOf_EndOfAMonth_IsTheLastDayThereIs(string endsOn, int months, string day) =>
        Assert.Equal(DateOnly.Parse(day, null), NewsOccasions.DayOf(DateOnly.Parse(endsOn, null), months));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void IsDue_DaysAfterTheOccasion_EndsAfterThirty(int days, bool isDue) =>
        Assert.Equal(isDue, NewsOccasions.IsDue(new DateOnly(2026, 12, 31), 2, new DateOnly(2027, 2, 28).AddDays(days)));

    [Fact]
    public void IsDue_AnyMission_IsSoOnThirtyOneDaysOfEachOccasionAndNeverOfTwoAtOnce() => Days.Sample(
        endsOn =>
        {
            var due = Enumerable.Range(-10, 450).Select(day => NewsOccasions.Months.Where(months => NewsOccasions.IsDue(endsOn, months, endsOn.AddDays(day))).ToList()).ToList();

            Assert.DoesNotContain(due, occasions => occasions.Count > 1);
            Assert.All(NewsOccasions.Months, months => Assert.Equal(NewsOccasions.OpenDays + 1, due.Count(occasions => occasions.Contains(months))));
        },
        iter: 2_000);
}
