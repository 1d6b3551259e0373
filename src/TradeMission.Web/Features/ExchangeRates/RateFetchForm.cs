using FluentValidation;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>The day whose rates a public service is asked for.</summary>
public sealed class RateFetchForm
{
    public DateOnly? On { get; set; }

    public sealed class Validator : AbstractValidator<RateFetchForm>
    {
        public Validator(Office office) =>
            RuleFor(form => form.On).NotNull().Must(day => day is null || RateRules.OfDay(day.Value, office.Today) is null).WithMessage(form => Texts.Of(RateRules.OfDay(form.On!.Value, office.Today)!.Value));
    }
}
