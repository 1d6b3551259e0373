using FluentValidation;
using TradeMission.Domain;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Adding and correcting a rate; records that have frozen it keep theirs.</summary>
public sealed class RateForm : IVersionedForm
{
    public string? Currency { get; set; }

    public string? Against { get; set; }

    public DateOnly? On { get; set; }

    public decimal? Quoted { get; set; }

    public int? Per { get; set; }

    public string? Source { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>Set by the controller when an existing rate is edited.</summary>
    internal long? RateId { get; set; }

    public static RateForm Of(ExchangeRate rate) => new()
    {
        RateId = rate.Id,
        Currency = rate.Currency,
        Against = rate.Against,
        On = rate.On,
        Quoted = rate.Quoted,
        Per = rate.Per,
        Source = rate.Source,
        Version = rate.Version,
    };

    /// <summary>A new rate of a form that is valid.</summary>
    public ExchangeRate Create()
    {
        var rate = new ExchangeRate { Currency = Currency!, Against = Against!, On = On!.Value, Quoted = Quoted!.Value, Source = SearchText.Stored(Source)! };
        Apply(rate);
        return rate;
    }

    /// <summary>Writes a form that is valid into the rate.</summary>
    public void Apply(ExchangeRate rate)
    {
        rate.Currency = Currency!;
        rate.Against = Against!;
        rate.On = On!.Value;
        rate.Quoted = Quoted!.Value;
        rate.Per = Per!.Value;
        rate.Source = SearchText.Stored(Source)!;
    }

    public sealed class Validator : AbstractValidator<RateForm>
    {
        public Validator(Office office)
        {
            RuleFor(form => form.Currency).NotEmpty().Must(BeKnown).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency));
            RuleFor(form => form.Against).NotEmpty().Must(BeKnown).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency))
                .Must((form, against) => against != form.Currency).WithMessage(_ => Texts.Get("ExchangeRates.AgainstItself"));
            RuleFor(form => form.On).NotNull().Must(day => day is null || RateRules.OfDay(day.Value, office.Today) is null)
                .WithMessage(form => Texts.Of(RateRules.OfDay(form.On!.Value, office.Today)!.Value));
            RuleFor(form => form.Quoted).NotNull()
                .Must(quoted => quoted is null || RateRules.OfQuoted(quoted.Value) is null).WithMessage(_ => Texts.Get("ExchangeRates.NoRate"))
                .Must((form, quoted) => quoted is null || form.Per is null or <= 0 || RateRules.OfOne(quoted.Value, form.Per.Value) is null).WithMessage(_ => Texts.Get("ExchangeRates.NoRate"));
            RuleFor(form => form.Per).NotNull().Must(per => per is null || RateRules.IsPer(per.Value)).WithMessage(_ => Texts.Get("ExchangeRates.OneOrAHundred"));
            RuleFor(form => form.Source).NotEmpty().MaximumLength(RateRules.LongestSource);
        }

        private static bool BeKnown(string? code) => string.IsNullOrEmpty(code) || Currencies.Find(code) is not null;
    }
}
