using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Web.Infrastructure;

/// <param name="Amount">In whole units of the currency; it may still break a rule of money.</param>
/// <param name="Currency">As the text names it, ISO 4217; null where it names none.</param>
public readonly record struct TypedAmount(decimal Amount, string? Currency)
{
    /// <summary>The amount that a form's field holds; what cannot be understood, or names another currency than the form does, is said in the model state.</summary>
    /// <param name="size">Of the unit chosen beside it.</param>
    public static decimal? Read(string field, string? typed, decimal size, string? currency, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var amount = AmountText.Read(typed, size);
        if (amount is null)
        {
            state.AddModelError(field, Texts.Get("Consultations.NotAnAmount"));
        }
        else if (amount.Value.Currency is { } written && written != currency)
        {
            state.AddModelError(field, Texts.Get("Consultations.CurrencyDiffers", written, currency));
        }

        return amount?.Amount;
    }
}
