using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>Creating and editing a mission.</summary>
public sealed class MissionForm : MissionPartForm
{
    public string? TitleKo { get; set; }

    public string? TitleEn { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    public string? Region { get; set; }

    public string? LeadOrganisation { get; set; }

    public string? Purpose { get; set; }

    public List<long> CoHosts { get; set; } = [];

    public string? BaseCurrency { get; set; }

    public decimal? PlannedBudget { get; set; }

    public decimal? SpentBudget { get; set; }

    public int? TargetCompanies { get; set; }

    public int? TargetConsultations { get; set; }

    public decimal? TargetConsultationValue { get; set; }

    public decimal? TargetContractValue { get; set; }

    /// <summary>Set by the controller when an existing mission is edited.</summary>
    internal long? MissionId { get; set; }

    public static MissionForm Of(Mission mission) => new()
    {
        MissionId = mission.Id,
        Mission = mission,
        TitleKo = mission.TitleKo,
        TitleEn = mission.TitleEn,
        StartsOn = mission.StartsOn,
        EndsOn = mission.EndsOn,
        Region = mission.Region,
        LeadOrganisation = mission.LeadOrganisation,
        Purpose = mission.Purpose,
        CoHosts = [.. mission.CoHosts.Select(host => host.SisterCityId)],
        BaseCurrency = mission.BaseCurrency,
        PlannedBudget = mission.PlannedBudget,
        SpentBudget = mission.SpentBudget,
        TargetCompanies = mission.TargetCompanies,
        TargetConsultations = mission.TargetConsultations,
        TargetConsultationValue = mission.TargetConsultationValue,
        TargetContractValue = mission.TargetContractValue,
        Version = mission.Version,
    };

    /// <summary>A new mission of a form that is valid.</summary>
    public Mission Create(string reference)
    {
        var mission = new Mission
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
        Apply(mission);
        return mission;
    }

    /// <summary>Writes a form that is valid into the mission.</summary>
    public void Apply(Mission mission)
    {
        mission.TitleKo = SearchText.Stored(TitleKo)!;
        mission.TitleEn = SearchText.Stored(TitleEn)!;
        mission.StartsOn = StartsOn!.Value;
        mission.EndsOn = EndsOn!.Value;
        mission.Region = SearchText.Stored(Region)!;
        mission.LeadOrganisation = SearchText.Stored(LeadOrganisation)!;
        mission.Purpose = SearchText.Stored(Purpose);
        mission.BaseCurrency = BaseCurrency!;
        mission.PlannedBudget = PlannedBudget;
        mission.SpentBudget = SpentBudget;
        mission.TargetCompanies = TargetCompanies;
        mission.TargetConsultations = TargetConsultations;
        mission.TargetConsultationValue = TargetConsultationValue;
        mission.TargetContractValue = TargetContractValue;
        mission.HostWith(CoHosts);
    }

    public sealed class Validator : PartValidator<MissionForm>
    {
        public Validator(TradeDbContext db)
        {
            RuleFor(form => form.TitleKo).NotEmpty().MaximumLength(200);
            RuleFor(form => form.TitleEn).NotEmpty().MaximumLength(200);
            RuleFor(form => form.StartsOn).NotNull().Must(day => day?.Year is null or (>= 1990 and <= 2100)).WithMessage(_ => Texts.Get("Missions.YearOutOfRange"));
            RuleFor(form => form.EndsOn).NotNull();
            RuleFor(form => form.EndsOn).Must((form, ends) => ends >= form.StartsOn).WithMessage(_ => Texts.Get("Missions.EndsBeforeStarts"))
                .Must((form, ends) => ends!.Value.DayNumber - form.StartsOn!.Value.DayNumber <= 365).WithMessage(_ => Texts.Get("Missions.TooLong"))
                .When(form => form.EndsOn is not null && form.StartsOn is not null);
            RuleFor(form => form.Region).NotEmpty().MaximumLength(60);
            RuleFor(form => form.LeadOrganisation).NotEmpty().MaximumLength(200);
            RuleFor(form => form.Purpose).MaximumLength(4000);
            RuleFor(form => form.BaseCurrency).NotEmpty().Must(code => Currencies.Find(code) is not null).WithMessage(_ => Texts.Of(MoneyRefusal.UnknownCurrency));
            RuleFor(form => form.BaseCurrency)
                .MustAsync(async (form, code, cancellation) =>
                    !await db.Consultations.AnyAsync(consultation => consultation.MissionId == form.MissionId && consultation.Mission.BaseCurrency != code, cancellation))
                .WithMessage(_ => Texts.Get("Missions.CurrencyIsFixed"))
                .When(form => form.MissionId is not null);
            RuleFor(form => form.PlannedBudget).MustBeMoney("KRW");
            RuleFor(form => form.SpentBudget).MustBeMoney("KRW");
            RuleFor(form => form.TargetCompanies).InclusiveBetween(0, 10_000);
            RuleFor(form => form.TargetConsultations).InclusiveBetween(0, 1_000_000);
            RuleFor(form => form.TargetConsultationValue).MustBeMoney(form => form.BaseCurrency);
            RuleFor(form => form.TargetContractValue).MustBeMoney(form => form.BaseCurrency);
            RuleFor(form => form.CoHosts)
                .MustAsync(async (ids, cancellation) => await db.SisterCities.CountAsync(city => ids.Contains(city.Id), cancellation) == ids.Distinct().Count())
                .WithMessage(_ => Texts.Get("Shared.BadInput"));
        }
    }
}
