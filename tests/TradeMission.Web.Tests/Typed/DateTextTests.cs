using System.Globalization;
using CsCheck;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Tests.Typed;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-11-03")]
    [InlineData("2026. 11. 3.")]
    [InlineData("2026.11.3")]
    [InlineData("2026/11/3")]
    [InlineData("26.11.3")]
    [InlineData("26. 11. 03.")]
    [InlineData("20261103")]
    [InlineData("2026년 11월 3일")]
    [InlineData("26년 11월 3일(화)")]
    [InlineData("11월 3일")]
    [InlineData("11.3")]
    [InlineData("11/3")]
    [InlineData("11. 3.(화)")]
    [InlineData("2026. 11. 3. 화요일")]
    [InlineData("2026-11-03 (Tue)")]
    [InlineData("２０２６．１１．３")]
    [InlineData("3 Nov 2026")]
    [InlineData("3-Nov-2026")]
    [InlineData("Nov 3, 2026")]
    [InlineData("November 3rd, 2026")]
    [InlineData("Tue, 3 November 2026")]
    [InlineData("3 Nov")]
    [InlineData("46329")]
    public void Read_UsualWays_AreTheDay(string typed) => Assert.Equal(new DateOnly(2026, 11, 3), DateText.Read(typed, 2026));

    [Theory]
    [InlineData("25/11/2026", 25)]
    [InlineData("11/25/2026", 25)]
    [InlineData("11/11/2026", 11)]
    public void Read_YearLast_OnlyWhereOneDayIsMeant(string typed, int day) => Assert.Equal(new DateOnly(2026, 11, day), DateText.Read(typed));

    [Theory]
    [InlineData("3/11/2026")]
    [InlineData("03.11.2026")]
    [InlineData("03.11.26")]
    [InlineData("3/11/26")]
    [InlineData("26-11-3")]
    [InlineData("11. 3.(수)")]
    [InlineData("2026-11-03 (Wed)")]
    [InlineData("Mon, 3 Nov 2026")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-11.03")]
    [InlineData("20261303")]
    [InlineData("0026-11-03")]
    [InlineData("261103")]
    [InlineData("12345")]
    [InlineData("99999")]
    [InlineData("11")]
    [InlineData("")]
    [InlineData("11월")]
    [InlineData("3 Nox 2026")]
    [InlineData("\uD800")]
    public void Read_AnythingElse_IsNoDate(string typed) => Assert.Null(DateText.Read(typed, 2026));

    [Theory]
    [InlineData("11월 3일")]
    [InlineData("11/3")]
    [InlineData("3 Nov")]
    public void Read_WithoutAYear_IsNoDate(string typed) => Assert.Null(DateText.Read(typed));

    /// <summary>29 February exists in the years that have it.</summary>
    [Fact]
    public void Read_LeapDay_AsksTheYear()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), DateText.Read("2.29", 2028));
        Assert.Null(DateText.Read("2.29", 2026));
    }

    [Fact]
    public void Read_EveryWayOfWriting_IsTheSameDay() => Gen.Int[0, 29_000].Sample(days =>
    {
        var day = new DateOnly(2020, 1, 1).AddDays(days);
        var weekday = "일월화수목금토"[(int)day.DayOfWeek];
        var wrong = "일월화수목금토"[((int)day.DayOfWeek + 1) % 7];
        string[] ways = ["yyyy-MM-dd", "yyyy. M. d.", "yyyy.M.d", "yyyy/M/d", "yyyyMMdd", "yyyy년 M월 d일", "yy. M. d.", "yy년 M월 d일", "M월 d일", "M/d", "M. d.", "d MMM yyyy", "MMMM d, yyyy", "ddd, d MMM yyyy", "d-MMM-yyyy"];
        return ways.Select(way => day.ToString(way, CultureInfo.InvariantCulture)).All(text => DateText.Read(text, day.Year) == day)
            && DateText.Read(FormattableString.Invariant($"{day:yyyy. M. d.}({weekday})")) == day && DateText.Read(FormattableString.Invariant($"{day:M. d.}({wrong})"), day.Year) is null
            && DateText.Read($"{day.DayNumber - new DateOnly(1899, 12, 30).DayNumber}") == day;
    });

    [Fact]
    public void Read_Anything_NeverThrows() =>
        Gen.OneOf(Gen.String[0, 50], Gen.String[Gen.Char["0123456789.-/ 년월일화()novNOV,"], 0, 20]).Sample(text => DateText.Read(text, 2026) is null or { Year: >= 1900 and <= 2100 });
}
