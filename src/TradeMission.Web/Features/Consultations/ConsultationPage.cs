using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Consultations;

/// <summary>One consultation: its figures with their rates, what was said, what follows.</summary>
public sealed class ConsultationPage
{
    /// <summary>A rate older than this on the day of the consultation is pointed out.</summary>
    public const int RateDays = 31;

    public required Consultation Consultation { get; init; }

    /// <summary>Credit that counts today.</summary>
    public required Credit Credit { get; init; }

    /// <summary>Of the city's own records; a company does not see it.</summary>
    public IReadOnlyList<HistoryItem>? History { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>What consultation values of the mission usually are.</summary>
    public required UsualValue Usual { get; init; }

    /// <summary>Numbers of other consultations of the same company with the same buyer on the same day.</summary>
    public required IReadOnlyList<long> Same { get; init; }

    public Mission Mission => Consultation.Mission;

    public bool MayChange { get; init; }

    /// <summary>Deals go on after a mission has been closed.</summary>
    public bool MayAddSteps { get; init; }

    public required CurrentUser Reader { get; init; }

    /// <summary>Whether the reader follows up: also after the mission has been closed.</summary>
    public bool MayFollowUp { get; init; }

    public IEnumerable<string> Warnings
    {
        get
        {
            var open = Consultation.Deals.Where(deal => deal is { State: DealState.Open, Stage: not null }).ToList();
            var value = Consultation.Value?.BaseAmount;
            foreach (var warning in Consultation.FigureWarningsOf(value, open.Sum(deal => deal.ContractBase), open.Where(deal => deal.Stage == DealStage.Pursued).Sum(deal => deal.ContractBase)))
            {
                yield return Texts.Of(warning) + ".";
            }

            if (value is { } figure && Usual.IsFarOff(figure))
            {
                yield return Texts.Of(FigureWarning.ValueFarOff) + ".";
            }

            var (startsOn, endsOn) = (Consultation.Stop?.StartsOn ?? Mission.StartsOn, Consultation.Stop?.EndsOn ?? Mission.EndsOn);
            if (!Consultation.DayUnknown && Stop.Fit(Consultation.HeldOn, startsOn, endsOn) != DayFit.Within)
            {
                yield return Texts.Get("Consultations.DayNear", Show.Period(startsOn, endsOn));
            }

            var told = new HashSet<(string, DateOnly)>();
            foreach (var (amount, on) in Consultation.Deals.SelectMany(deal => deal.Standing).Select(step => (step.Value, step.On)).Prepend((Consultation.Value, Consultation.HeldOn)))
            {
                if (amount is { Rate: null })
                {
                    yield return Texts.Get("Consultations.RateMissing", amount.Currency);
                }
                else if (amount?.RatedOn is { } rated && on.DayNumber - rated.DayNumber > RateDays && told.Add((amount.Currency, rated)))
                {
                    yield return Texts.Get("Consultations.RateOld", amount.Currency, Show.DayShort(rated));
                }
            }

            foreach (var other in Same)
            {
                yield return Texts.Get("Consultations.SameDayAs", other);
            }
        }
    }

    public static async Task<ConsultationPage?> OfAsync(TradeDbContext db, CurrentUser user, long id, DateOnly today, CancellationToken cancellation)
    {
        var consultation = await db.Consultations.AsNoTracking().VisibleTo(user)
            .Include(consultation => consultation.Mission)
            .Include(consultation => consultation.Stop)
            .Include(consultation => consultation.Participation).ThenInclude(participation => participation.Company)
            .Include(consultation => consultation.Buyer).ThenInclude(buyer => buyer.IntroducedBySisterCity)
            .Include(consultation => consultation.Deals.OrderBy(deal => deal.Id)).ThenInclude(deal => deal.Steps.OrderBy(step => step.Number)).ThenInclude(step => step.Evidence)
            .Include(consultation => consultation.Deals.OrderBy(deal => deal.Id)).ThenInclude(deal => deal.NewsRequests)
            .AsSplitQuery()
            .FirstOrDefaultAsync(consultation => consultation.Id == id, cancellation);
        if (consultation is null)
        {
            return null;
        }

        var same = consultation.DayUnknown ? [] : await db.Consultations.VisibleTo(user)
            .Where(other => other.Id != id && other.Participation.CompanyId == consultation.Participation.CompanyId && other.BuyerId == consultation.BuyerId && other.HeldOn == consultation.HeldOn && !other.DayUnknown)
            .OrderBy(other => other.Id).Select(other => other.Id).Take(5).ToListAsync(cancellation);
        return new ConsultationPage
        {
            Consultation = consultation,
            Credit = consultation.Buyer.CreditOn(today),
            History = user.IsCompany ? null : await Shared.History.OfAsync<Consultation>(db, id, cancellation),
            Today = today,
            Usual = await UsualValues.OfAsync(db, consultation.MissionId, id, cancellation),
            Same = same,
            MayChange = user.May("POST", "/consultations/{id}/edit") && consultation.Mission.TakesConsultations,
            MayAddSteps = user.May("POST", "/deals/{dealId}/steps/new") && consultation.Mission.Status != MissionStatus.Cancelled,
            Reader = user,
            MayFollowUp = user.May("POST", "/consultations/{id}/next-step"),
        };
    }
}
