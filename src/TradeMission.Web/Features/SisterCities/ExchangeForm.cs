using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>What was agreed with a sister city beside trade.</summary>
public sealed class ExchangeForm : IVersionedForm
{
    public ExchangeField? Field { get; set; }

    public DateOnly? HeldOn { get; set; }

    public long? MissionId { get; set; }

    public string? Agreed { get; set; }

    public string? NextStep { get; set; }

    public DateOnly? NextStepDueOn { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    internal SisterCity? City { get; set; }

    internal long? ExchangeId { get; set; }

    public static ExchangeForm Of(Exchange exchange) => new()
    {
        City = exchange.SisterCity,
        ExchangeId = exchange.Id,
        Field = exchange.Field,
        HeldOn = exchange.HeldOn,
        MissionId = exchange.MissionId,
        Agreed = exchange.Agreed,
        NextStep = exchange.NextStep,
        NextStepDueOn = exchange.NextStepDueOn,
        Version = exchange.Version,
    };

    public Exchange Create(long sisterCityId)
    {
        var exchange = new Exchange { SisterCityId = sisterCityId, Agreed = Agreed! };
        Apply(exchange);
        return exchange;
    }

    public void Apply(Exchange exchange)
    {
        exchange.Field = Field!.Value;
        exchange.HeldOn = HeldOn;
        exchange.MissionId = MissionId;
        exchange.Agreed = SearchText.Stored(Agreed)!;
        exchange.NextStep = SearchText.Stored(NextStep);
        exchange.NextStepDueOn = NextStepDueOn;
    }

    public sealed class Validator : AbstractValidator<ExchangeForm>
    {
        public Validator(TradeDbContext db, Office office)
        {
            RuleFor(form => form.Field).NotNull().IsInEnum();
            RuleFor(form => form.HeldOn).Must(day => day is null || day <= office.Today).WithMessage(_ => Texts.Get("SisterCities.HeldInFuture"));
            RuleFor(form => form.MissionId).MustAsync((id, cancellation) => db.Missions.AnyAsync(mission => mission.Id == id, cancellation))
                .WithMessage(_ => Texts.Get("Shared.BadInput")).When(form => form.MissionId is not null);
            RuleFor(form => form.Agreed).NotEmpty().MaximumLength(2000);
            RuleFor(form => form.NextStep).MaximumLength(1000);
            RuleFor(form => form.NextStep).NotEmpty().When(form => form.NextStepDueOn is not null);
        }
    }
}
