using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>In what the figures of a column are counted.</summary>
/// <param name="Size">10,000 for 만불.</param>
/// <param name="Currency">ISO 4217.</param>
public sealed record ImportUnit(decimal Size, string Currency)
{
    /// <summary>만불, 천불, US$, USD thousand, 백만원: whatever an amount may have behind or before it. Null where it is no unit with a currency.</summary>
    public static ImportUnit? Read(string text)
    {
        var words = text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
        var amount = words.Length == 0 ? null : AmountText.Read($"1{text}", 1) ?? AmountText.Read(words.Length == 2 ? $"{words[0]}1{words[1]}" : $"{text}1", 1);
        return amount is { Amount: > 0, Currency: { } currency } ? new ImportUnit(amount.Value.Amount, currency) : null;
    }

    /// <summary>As pages name it.</summary>
    public string Label => Enum.GetValues<MoneyUnit>().Select(kind => new Unit(kind, Currency)).FirstOrDefault(unit => unit.Size == Size)?.Label ?? Show.Amount(Size, Currency);
}
