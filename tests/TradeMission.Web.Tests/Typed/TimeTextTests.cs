using CsCheck;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Tests.Typed;

public class TimeTextTests
{
    [Theory]
    [InlineData("10:30", 10, 30)]
    [InlineData("9:05:59", 9, 5)]
    [InlineData("오전 12:10", 0, 10)]
    [InlineData("오후 2시 30분", 14, 30)]
    [InlineData("오후 12시", 12, 0)]
    [InlineData("14시", 14, 0)]
    [InlineData("2:30 PM", 14, 30)]
    [InlineData("12 am", 0, 0)]
    [InlineData("１０：３０", 10, 30)]
    [InlineData("0.4375", 10, 30)]
    [InlineData("2026-11-03 10:30:00", 10, 30)]
    public void Time_IsRead(string text, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TimeText.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("25:00")]
    [InlineData("10:60")]
    [InlineData("10")]
    [InlineData("1.5")]
    [InlineData("오후 14시")]
    [InlineData("오후 2:30 pm")]
    [InlineData("열시")]
    [InlineData("10:30 어쩌고")]
    public void NoTime_IsNotRead(string text) => Assert.Null(TimeText.Read(text));

    [Fact]
    public void EveryTime_IsReadAsItIsShown() => Gen.Int[0, 1439].Sample(minutes =>
    {
        var time = TimeOnly.MinValue.AddMinutes(minutes);
        return TimeText.Read(Show.Time(time)) == time && (minutes == 0 || TimeText.Read(((decimal)minutes / 1440m).ToString("0.##########", System.Globalization.CultureInfo.InvariantCulture)) == time);
    });

    [Fact]
    public void AnyText_IsAnsweredWithoutFailing() => Gen.String.Sample(text => { TimeText.Read(text); });
}
