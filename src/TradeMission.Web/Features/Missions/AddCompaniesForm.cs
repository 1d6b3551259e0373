using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>Companies that join a mission, several at once.</summary>
public sealed class AddCompaniesForm : MissionPartForm
{
    public List<long> Companies { get; set; } = [];

    public ParticipationStatus? Status { get; set; } = ParticipationStatus.Selected;

    public sealed class Validator : PartValidator<AddCompaniesForm>
    {
        public Validator(TradeDbContext db)
        {
            RuleFor(form => form.Companies).NotEmpty().WithMessage(_ => Texts.Get("Missions.ChooseCompanies"));
            RuleFor(form => form.Companies)
                .MustAsync(async (ids, cancellation) => await db.Companies.CountAsync(company => ids.Contains(company.Id), cancellation) == ids.Distinct().Count())
                .WithMessage(_ => Texts.Get("Shared.BadInput"));
            RuleFor(form => form.Status).NotNull().IsInEnum();
        }
    }
}
