using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Krds.Forms;

/// <summary>A value as a control shows it.</summary>
internal static class FieldValue
{
    /// <summary>What was typed comes back as it was typed, right or wrong.</summary>
    public static string? Read(ModelStateEntry? sent, object? stored, string type) =>
        type switch
        {
            "password" or "file" => null,
            _ when sent?.RawValue is not null => sent.AttemptedValue,
            _ => Format(stored, type),
        };

    /// <summary>The form that HTML asks for, which is no language's: 2026-11-03, 14:30, 1234.5.</summary>
    private static string? Format(object? value, string type) =>
        value switch
        {
            null => null,
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTime at => at.ToString(Pattern(type), CultureInfo.InvariantCulture),
            DateTimeOffset at => at.ToString(Pattern(type), CultureInfo.InvariantCulture),
            decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
            Enum choice => choice.ToString(),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString(),
        };

    private static string Pattern(string type) => type switch
    {
        "date" => "yyyy-MM-dd",
        "time" => "HH:mm",
        "month" => "yyyy-MM",
        _ => "yyyy-MM-ddTHH:mm",
    };
}
