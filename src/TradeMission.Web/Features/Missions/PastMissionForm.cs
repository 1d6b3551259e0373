using FluentValidation;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>A mission of which nothing but published figures exists.</summary>
public sealed class PastMissionForm
{
    /// <summary>As many lines for places as the form shows.</summary>
    public const int Lines = 4;

    public string? TitleKo { get; set; }

    public string? TitleEn { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public string? Region { get; set; }

    public string? LeadOrganisation { get; set; }

    public List<PastStop> Stops { get; set; } = [];

    public string? BaseCurrency { get; set; }

    public decimal? StatedValue { get; set; }

    public string? StatedValuePrinted { get; set; }

    public decimal? StatedContract { get; set; }

    public string? StatedContractPrinted { get; set; }

    public string? Source { get; set; }

    public DateOnly? StatedOn { get; set; }

    public string? Remark { get; set; }

    public Guid SubmissionId { get; set; }

    internal IEnumerable<PastStop> KnownStops => Stops.Where(stop => !stop.IsEmpty);

    public static PastMissionForm New() => new() { BaseCurrency = "USD", SubmissionId = Guid.NewGuid(), Stops = [.. Enumerable.Range(0, Lines).Select(_ => new PastStop())] };

    /// <summary>The mission of a form that is valid; its stops and figures are <see cref="StopsOf"/> and <see cref="FiguresOf"/>.</summary>
    public Mission Create(string reference) => new()
    {
        Reference = reference,
        TitleKo = SearchText.Stored(TitleKo)!,
        TitleEn = SearchText.Stored(TitleEn)!,
        StartsOn = StartsOn!.Value,
        EndsOn = EndsOn!.Value,
        Region = SearchText.Stored(Region)!,
        LeadOrganisation = SearchText.Stored(LeadOrganisation)!,
        BaseCurrency = BaseCurrency!,
    };

    /// <summary>A city with one name has it in both languages. Its time zone is nobody's matter: no hour is told there.</summary>
    public IEnumerable<Stop> StopsOf(Mission mission) => KnownStops.Select(stop => new Stop
    {
        Mission = mission,
        CityKo = SearchText.Stored(stop.CityKo ?? stop.CityEn)!,
        CityEn = SearchText.Stored(stop.CityEn ?? stop.CityKo)!,
        Country = stop.Country!,
        TimeZone = "Etc/UTC",
    });

    public IEnumerable<StatedTotal> FiguresOf(Mission mission)
    {
        foreach (var (figure, amount, printed) in new[]
        {
            (StatedFigure.ConsultationValue, StatedValue, StatedValuePrinted), (StatedFigure.ContractValue, StatedContract, StatedContractPrinted),
        })
        {
            if (amount is { } stated)
            {
                yield return new StatedTotal
                {
                    Mission = mission,
                    Figure = figure,
                    Amount = stated,
                    AsPrinted = SearchText.Stored(printed)!,
                    Source = SearchText.Stored(Source)!,
                    StatedOn = StatedOn!.Value,
                };
            }
        }
    }

    public sealed class Validator : AbstractValidator<PastMissionForm>
    {
        public Validator(Office office)
        {
            RuleFor(form => form.TitleKo).NotEmpty().MaximumLength(200);
            RuleFor(form => form.TitleEn).NotEmpty().MaximumLength(200);
            RuleFor(form => form.StartsOn).NotNull().Must(day => day?.Year is null or (>= 1990 and <= 2100)).WithMessage(_ => Texts.Get("Missions.YearOutOfRange"));
            RuleFor(form => form.EndsOn).NotNull();
            RuleFor(form => form.EndsOn).Must((form, ends) => ends >= form.StartsOn).WithMessage(_ => Texts.Get("Missions.EndsBeforeStarts"))
                .Must((form, ends) => ends!.Value.DayNumber - form.StartsOn!.Value.DayNumber <= 365).WithMessage(_ => Texts.Get("Missions.TooLong"))
                .When(form => form.EndsOn is not null && form.StartsOn is not null);
            RuleFor(form => form.EndsOn).Must(ends => ends is null || ends < office.Today).WithMessage(_ => Texts.Get("Missions.NotOverYet"));
            RuleFor(form => form.Region).NotEmpty().MaximumLength(60);
            RuleFor(form => form.LeadOrganisation).NotEmpty().MaximumLength(200);
            RuleFor(form => form.BaseCurrency).NotEmpty().Must(code => Currencies.Find(code) is not null).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency));
            RuleFor(form => form.Stops).Must(stops => stops.Count <= Lines).WithMessage(_ => Texts.Get("Shared.BadInput"));
            RuleForEach(form => form.Stops).ChildRules(Place);
            RuleFor(form => form.StatedValue).NotNull().When(form => form.StatedContract is null).WithMessage(_ => Texts.Get("Missions.NoFigureStated"));
            RuleFor(form => form.StatedValue).NotNull().When(form => form.StatedContract is not null && form.StatedValuePrinted is not null);
            RuleFor(form => form.StatedValue).MustBeMoney(form => form.BaseCurrency);
            RuleFor(form => form.StatedValuePrinted).NotEmpty().When(form => form.StatedValue is not null);
            RuleFor(form => form.StatedValuePrinted).MaximumLength(60);
            RuleFor(form => form.StatedContract).NotNull().When(form => form.StatedContractPrinted is not null);
            RuleFor(form => form.StatedContract).MustBeMoney(form => form.BaseCurrency);
            RuleFor(form => form.StatedContractPrinted).NotEmpty().When(form => form.StatedContract is not null);
            RuleFor(form => form.StatedContractPrinted).MaximumLength(60);
            RuleFor(form => form.Source).NotEmpty().MaximumLength(400);
            RuleFor(form => form.StatedOn).NotNull().Must(day => day is null || day <= office.Today).WithMessage(_ => Texts.Get("Missions.StatedInFuture"));
            RuleFor(form => form.Remark).MaximumLength(900);
        }

        private static void Place(InlineValidator<PastStop> stop)
        {
            stop.RuleFor(place => place.CityKo).MaximumLength(200);
            stop.RuleFor(place => place.CityEn).MaximumLength(200);
            stop.RuleFor(place => place.CityKo).NotEmpty().When(place => place.CityEn is null && place.Country is not null);
            stop.RuleFor(place => place.Country).NotEmpty().When(place => place.CityKo is not null || place.CityEn is not null);
            stop.RuleFor(place => place.Country).Must(Countries.IsKnown).When(place => place.Country is not null).WithMessage(_ => Texts.Get("Missions.UnknownCountry"));
        }
    }
}
