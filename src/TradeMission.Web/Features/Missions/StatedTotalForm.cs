using FluentValidation;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>A published total: kept as printed, never added to records.</summary>
public sealed class StatedTotalForm : MissionPartForm
{
    public StatedFigure? Figure { get; set; }

    public decimal? StatedAmount { get; set; }

    public string? AsPrinted { get; set; }

    public string? Source { get; set; }

    public DateOnly? StatedOn { get; set; }

    internal long? StatedTotalId { get; set; }

    public static StatedTotalForm Of(StatedTotal stated) => new()
    {
        StatedTotalId = stated.Id,
        Mission = stated.Mission,
        Figure = stated.Figure,
        StatedAmount = stated.Amount,
        AsPrinted = stated.AsPrinted,
        Source = stated.Source,
        StatedOn = stated.StatedOn,
        Version = stated.Version,
    };

    public StatedTotal Create(long missionId) => new()
    {
        MissionId = missionId,
        Figure = Figure!.Value,
        Amount = StatedAmount!.Value,
        AsPrinted = SearchText.Stored(AsPrinted)!,
        Source = SearchText.Stored(Source)!,
        StatedOn = StatedOn!.Value,
    };

    public void Apply(StatedTotal stated)
    {
        stated.Figure = Figure!.Value;
        stated.Amount = StatedAmount!.Value;
        stated.AsPrinted = SearchText.Stored(AsPrinted)!;
        stated.Source = SearchText.Stored(Source)!;
        stated.StatedOn = StatedOn!.Value;
    }

    public sealed class Validator : PartValidator<StatedTotalForm>
    {
        public Validator(Office office)
        {
            RuleFor(form => form.Figure).NotNull().IsInEnum();
            RuleFor(form => form.StatedAmount).NotNull().MustBeMoney(form => form.Mission?.BaseCurrency);
            RuleFor(form => form.AsPrinted).NotEmpty().MaximumLength(60);
            RuleFor(form => form.Source).NotEmpty().MaximumLength(400);
            RuleFor(form => form.StatedOn).NotNull().Must(day => day is null || day <= office.Today).WithMessage(_ => Texts.Get("Missions.StatedInFuture"));
        }
    }
}
