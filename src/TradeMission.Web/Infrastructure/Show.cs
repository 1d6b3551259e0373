using System.Globalization;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Infrastructure;

/// <summary>How days, numbers, names and amounts are written, in the reader's language. Pages use it through <c>@using static</c>.</summary>
public static class Show
{
    public static bool IsKorean => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ko";

    /// <summary>2026. 11. 3.(화); Tue 3 Nov 2026.</summary>
    public static string Day(DateOnly day) => IsKorean ? $"{day.Year}. {day.Month}. {day.Day}.({Weekday(day)})" : day.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Day(DateOnly? day) => day is { } known ? Day(known) : "–";

    /// <summary>11. 3.(화); Tue 3 Nov: within a mission the year is known.</summary>
    public static string DayOfYear(DateOnly day) => IsKorean ? $"{day.Month}. {day.Day}.({Weekday(day)})" : day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    /// <summary>11. 3.; 3 Nov: in tables, where the year is known.</summary>
    public static string DayOfYearShort(DateOnly day) => IsKorean ? $"{day.Month}. {day.Day}." : day.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>2026. 11. 3.; 3 Nov 2026: in tables.</summary>
    public static string DayShort(DateOnly day) => IsKorean ? $"{day.Year}. {day.Month}. {day.Day}." : day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string DayShort(DateOnly? day) => day is { } known ? DayShort(known) : "–";

    /// <summary>2026. 11. 2.(월) ~ 11. 7.(토).</summary>
    public static string Period(DateOnly from, DateOnly to) => IsKorean
        ? from.Year == to.Year ? $"{Day(from)} ~ {DayOfYear(to)}" : $"{Day(from)} ~ {Day(to)}"
        : from.Year == to.Year ? $"{DayOfYear(from)} – {Day(to)}" : $"{Day(from)} – {Day(to)}";

    /// <summary>2026. 11. 2. ~ 11. 7.: in tables.</summary>
    public static string PeriodShort(DateOnly from, DateOnly to) => IsKorean
        ? from.Year == to.Year ? $"{DayShort(from)} ~ {to.Month}. {to.Day}." : $"{DayShort(from)} ~ {DayShort(to)}"
        : from.Year == to.Year ? $"{from.ToString("d MMM", CultureInfo.InvariantCulture)} – {DayShort(to)}" : $"{DayShort(from)} – {DayShort(to)}";

    /// <summary>A moment, in the office's time: 2026. 11. 3.(화) 17:42.</summary>
    public static string Moment(DateTime utc)
    {
        var local = Office.ToLocal(utc);
        return $"{Day(DateOnly.FromDateTime(local))} {local:HH:mm}";
    }

    /// <summary>14:30.</summary>
    public static string Time(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "";

    /// <summary>For datetime attributes.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>With as many decimals as there are.</summary>
    public static string Number(decimal number) => number.ToString("#,##0.############", CultureInfo.InvariantCulture);

    public static string NumberOrDash(int number) => number == 0 ? "–" : Number(number);

    /// <summary>Currency and amount as recorded: IDR 1,760,000,000; USD 1,234.50.</summary>
    public static string Amount(Valued value) => Amount(value.Amount, value.Currency);

    public static string Amount(decimal amount, string currency) =>
        $"{currency} {amount.ToString(Domain.Currencies.Find(currency)?.Decimals == 0 || decimal.Truncate(amount) == amount ? "#,##0" : "#,##0.00", CultureInfo.InvariantCulture)}";

    /// <summary>A share of a whole, in per cent with one decimal; a dash where there is no whole.</summary>
    public static string Share(decimal part, decimal whole) =>
        whole == 0 ? "–" : Math.Round(part / whole * 100, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture) + "%";

    /// <summary>The Korean name for Korean readers, the other for others, whichever there is.</summary>
    public static string Name(string? korean, string? english) =>
        IsKorean ? (string.IsNullOrEmpty(korean) ? english ?? "" : korean) : (string.IsNullOrEmpty(english) ? korean ?? "" : english);

    /// <summary>The country's name in the reader's language.</summary>
    public static string Country(string? code) => string.IsNullOrEmpty(code) ? "–" : CountryNames.Of(code);

    private static string Weekday(DateOnly day) => "일월화수목금토"[(int)day.DayOfWeek].ToString();
}
