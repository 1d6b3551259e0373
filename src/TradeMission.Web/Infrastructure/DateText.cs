using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TradeMission.Web.Infrastructure.Spreadsheets;

namespace TradeMission.Web.Infrastructure;

/// <summary>Days as people type them, in Korean and English ways. What can be read in two ways is not read, and a day of the week that does not fit makes the text no date.</summary>
public static partial class DateText
{
    private const int LongestText = 40;
    private const string Weekdays = "일월화수목금토";
    private static readonly string[] EnglishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] EnglishDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Null where the text is no date.</summary>
    /// <param name="year">For a text that leaves the year out: the mission's.</param>
    public static DateOnly? Read(string text, int? year = null)
    {
        if (text.Length > LongestText || text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return null;
        }

        var typed = text.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (Serial().IsMatch(typed))
        {
            return SerialDate.Read(Number(typed)) is { Year: >= 2000 and < 2100 } counted ? counted : null;
        }

        foreach (var form in (Regex[])[YearFirst(), ShortYear(), InOneWord(), MonthAndDay(), DayFirst(), MonthFirst()])
        {
            if (form.Match(typed) is { Success: true } found)
            {
                return Day(found, year);
            }
        }

        return YearLast().Match(typed) is { Success: true } last ? Unambiguous(last) : null;
    }

    private static DateOnly? Day(Match found, int? year)
    {
        var written = found.Groups["y"].Value;
        var whole = written.Length switch { 0 => year, 2 => 2000 + Number(written), _ => Number(written) };
        var month = found.Groups["m"].Value;
        return Make(whole, char.IsAsciiDigit(month[0]) ? Number(month) : Array.IndexOf(EnglishMonths, month[..3]) + 1, Number(found.Groups["d"].Value), found);
    }

    /// <summary>25/11/2026 can be one day only; 3/11/2026 is in March for some and in November for others.</summary>
    private static DateOnly? Unambiguous(Match found)
    {
        var (first, second, year) = (Number(found.Groups["a"].Value), Number(found.Groups["b"].Value), Number(found.Groups["y"].Value));
        return first > 12 || first == second ? Make(year, second, first, found) : second > 12 ? Make(year, first, second, found) : null;
    }

    private static DateOnly? Make(int? year, int month, int day, Match found)
    {
        if (year is not (>= 1900 and <= 2100) || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year.Value, month))
        {
            return null;
        }

        var date = new DateOnly(year.Value, month, day);
        var weekday = found.Groups["w"].Value;
        return weekday.Length == 0 || weekday[0] == Weekdays[(int)date.DayOfWeek] || weekday.StartsWith(EnglishDays[(int)date.DayOfWeek], StringComparison.Ordinal) ? date : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Weekday = @"\s*(?:\(?\s*(?<w>[일월화수목금토](?:요일)?|(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*)\s*\)?)?\s*$";
    private const string Month = @"(?<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";
    private const string Before = @"^(?:(?<w>sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?,?\s*)?";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>2026-11-03, 2026. 11. 3.(화), 2026/11/3, 2026년 11월 3일.</summary>
    [GeneratedRegex(@"^(?<y>[0-9]{4})(\s*(?<s>[-./])\s*(?<m>[0-9]{1,2})\s*\k<s>\s*(?<d>[0-9]{1,2})\s*\.?|\s*년\s*(?<m>[0-9]{1,2})\s*월\s*(?<d>[0-9]{1,2})\s*일)" + Weekday, Options)]
    private static partial Regex YearFirst();

    /// <summary>26.11.3, 26년 11월 3일. With dots only, and only years that are no day of 19 or less: 03.11.26 is a day first elsewhere.</summary>
    [GeneratedRegex(@"^(?<y>[2-9][0-9])\s*\.\s*(?<m>[0-9]{1,2})\s*\.\s*(?<d>[0-9]{1,2})\s*\.?" + Weekday + @"|^'?(?<y>[0-9]{2})\s*년\s*(?<m>[0-9]{1,2})\s*월\s*(?<d>[0-9]{1,2})\s*일" + Weekday, Options)]
    private static partial Regex ShortYear();

    [GeneratedRegex("^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$", Options)]
    private static partial Regex InOneWord();

    /// <summary>11월 3일, 11.3, 11/3, 11. 3.(화).</summary>
    [GeneratedRegex(@"^((?<m>[0-9]{1,2})\s*월\s*(?<d>[0-9]{1,2})\s*일|(?<m>[0-9]{1,2})\s*\.\s*(?<d>[0-9]{1,2})\s*\.?|(?<m>[0-9]{1,2})\s*/\s*(?<d>[0-9]{1,2}))" + Weekday, Options)]
    private static partial Regex MonthAndDay();

    /// <summary>3 Nov 2026, 3-Nov-2026, Tue, 3 November.</summary>
    [GeneratedRegex(Before + @"(?<d>[0-9]{1,2})(st|nd|rd|th)?[\s-]*" + Month + @"([\s,-]+(?<y>[0-9]{4}))?\s*$", Options)]
    private static partial Regex DayFirst();

    /// <summary>Nov 3, 2026, November 3.</summary>
    [GeneratedRegex(Before + Month + @"\s*(?<d>[0-9]{1,2})(st|nd|rd|th)?([\s,]+(?<y>[0-9]{4}))?\s*$", Options)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})(?<s>[-./])(?<b>[0-9]{1,2})\k<s>(?<y>[0-9]{4})" + Weekday, Options)]
    private static partial Regex YearLast();

    /// <summary>What is left of a date when a spreadsheet's cell loses its format.</summary>
    [GeneratedRegex("^[0-9]{5}$", Options)]
    private static partial Regex Serial();
}
