using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TradeMission.Web.Infrastructure;

/// <summary>Times of day as people type them, and as spreadsheets keep them: 10:30, 오후 2시 30분, 2:30 pm, 0.4375.</summary>
public static partial class TimeText
{
    private const int LongestText = 40;

    /// <summary>Null where the text is no time.</summary>
    public static TimeOnly? Read(string text)
    {
        if (text.Length > LongestText || text.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            return null;
        }

        var typed = text.Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
        if (Fraction().IsMatch(typed))
        {
            // A part of a day, to the minute.
            var minutes = (int)Math.Round(decimal.Parse(typed, CultureInfo.InvariantCulture) * 1440m);
            return minutes < 1440 ? TimeOnly.MinValue.AddMinutes(minutes) : null;
        }

        if (Typed().Match(typed) is not { Success: true } found)
        {
            return null;
        }

        var hour = int.Parse(found.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = found.Groups["m"].Success ? int.Parse(found.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        var half = found.Groups["half"].Value;
        if (found.Groups["half"].Captures.Count > 1 || (half.Length > 0 && hour is < 1 or > 12))
        {
            return null;
        }

        hour = half switch { "" => hour, "오후" or "pm" => (hour % 12) + 12, _ => hour % 12 };
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex(@"^0?\.[0-9]{1,20}$|^0$", RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();

    /// <summary>A day before it, as a cell with day and time has it, does not matter here.</summary>
    [GeneratedRegex(
        @"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}\s+)?(?<half>오전|오후)?\s*(?<h>[0-9]{1,2})(?:\s*:\s*(?<m>[0-9]{2})(?::[0-9]{2})?|\s*시(?:\s*(?<m>[0-9]{1,2})\s*분)?|(?=\s*[ap]m))\s*(?<half>am|pm)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Typed();
}
