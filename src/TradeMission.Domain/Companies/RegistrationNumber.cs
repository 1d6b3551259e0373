using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Companies;

/// <summary>사업자등록번호: ten digits, the last of which checks the others (National Tax Service's weights 1 3 7 1 3 7 1 3 5).</summary>
public static class RegistrationNumber
{
    private static readonly int[] Weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

    /// <summary>The ten digits of what was typed (spaces and hyphens are let pass), or null when it is no registration number.</summary>
    public static string? Parse(string? typed)
    {
        var digits = string.Concat(SearchText.Fold(typed).Where(letter => letter is not (' ' or '-' or '‐' or '‑' or '–' or '−')));
        return digits.Length == 10 && digits.All(char.IsAsciiDigit) && digits[9] - '0' == CheckDigit(digits) ? digits : null;
    }

    /// <summary>The digit that must follow these nine.</summary>
    public static int CheckDigit(string nine)
    {
        var sum = Weights.Select((weight, index) => weight * (nine[index] - '0')).Sum() + ((nine[8] - '0') * 5 / 10);
        return (10 - (sum % 10)) % 10;
    }

    /// <summary>As people write it: 123-45-67891.</summary>
    public static string Format(string digits) => $"{digits[..3]}-{digits[3..5]}-{digits[5..]}";
}
