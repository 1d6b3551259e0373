using FluentValidation;
using TradeMission.Domain;

namespace TradeMission.Web.Infrastructure;

/// <summary>Amounts in forms: the same rules as <see cref="Money"/>, in the reader's words.</summary>
public static class MoneyRules
{
    public static IRuleBuilderOptionsConditions<TForm, decimal?> MustBeMoney<TForm>(this IRuleBuilder<TForm, decimal?> rule, string currency) =>
        rule.MustBeMoney(_ => currency);

    /// <summary>An unknown currency is that field's error, not the amount's.</summary>
    public static IRuleBuilderOptionsConditions<TForm, decimal?> MustBeMoney<TForm>(this IRuleBuilder<TForm, decimal?> rule, Func<TForm, string?> currency) =>
        rule.Custom((amount, context) =>
        {
            if (amount is { } typed && Money.Refusal(typed, currency(context.InstanceToValidate)) is { } refusal and not MoneyRefusal.UnknownCurrency)
            {
                context.AddFailure(Texts.Of(refusal));
            }
        });
}
