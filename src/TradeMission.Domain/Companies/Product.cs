using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Companies;

/// <summary>A company's product.</summary>
public sealed class Product : Entity, IPartOf
{
    public long CompanyId { get; init; }

    public Company Company { get; init; } = null!;

    public required string NameKo { get; set; }

    public string? NameEn { get; set; }

    /// <summary>HS code, six digits; null where it is not known.</summary>
    public string? HsCode { get; set; }

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Company), CompanyId)];

    /// <summary>As the tariff writes it: 3304.99.</summary>
    public static string FormatHsCode(string digits) => $"{digits[..4]}.{digits[4..]}";

    /// <summary>The six digits of what was typed (3304.99 as well as 330499), or null when it is no HS code.</summary>
    public static string? ParseHsCode(string? typed)
    {
        var digits = string.Concat(SearchText.Fold(typed).Where(letter => letter is not ('.' or ' ' or '-')));
        return digits.Length == 6 && digits.All(char.IsAsciiDigit) && digits[..2] is not ("00" or "98" or "99") ? digits : null;
    }
}
