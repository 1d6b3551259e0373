using FluentValidation;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>A company's participation in a mission.</summary>
public sealed class ParticipationForm : MissionPartForm
{
    public ParticipationStatus? Status { get; set; }

    public string? ProductsShown { get; set; }

    public int? PeopleSent { get; set; }

    public decimal? OwnContribution { get; set; }

    internal Participation? Participation { get; set; }

    public static ParticipationForm Of(Participation participation) => new()
    {
        Participation = participation,
        Mission = participation.Mission,
        Status = participation.Status,
        ProductsShown = participation.ProductsShown,
        PeopleSent = participation.PeopleSent,
        OwnContribution = participation.OwnContribution,
        Version = participation.Version,
    };

    public void Apply(Participation participation)
    {
        participation.Decide(Status!.Value);
        participation.ProductsShown = SearchText.Stored(ProductsShown);
        participation.PeopleSent = PeopleSent;
        participation.OwnContribution = OwnContribution;
    }

    public sealed class Validator : PartValidator<ParticipationForm>
    {
        public Validator()
        {
            RuleFor(form => form.Status).NotNull().Must((form, status) => status is null || form.Participation is not { } now
                    || status == now.Status || Participation.Successors(now.Status).Contains(status.Value))
                .WithMessage(form => Texts.Get("Missions.StatusCannotFollow", Texts.Of(form.Participation!.Status)));
            RuleFor(form => form.ProductsShown).MaximumLength(1000);
            RuleFor(form => form.PeopleSent).InclusiveBetween(0, 100);
            RuleFor(form => form.OwnContribution).MustBeMoney("KRW");
        }
    }
}
