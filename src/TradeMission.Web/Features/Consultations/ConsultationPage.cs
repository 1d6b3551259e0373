using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
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

    public Mission Mission => Consultation.Mission;

    public bool MayChange { get; init; }

    /// <summary>Whether the reader follows up: also after the mission has been closed.</summary>
    public bool MayFollowUp { get; init; }

    public IEnumerable<string> Warnings
    {
        get
        {
            foreach (var warning in Consultation.FigureWarnings)
            {
                yield return Texts.Of(warning) + ".";
            }

            var (startsOn, endsOn) = (Consultation.Stop?.StartsOn ?? Mission.StartsOn, Consultation.Stop?.EndsOn ?? Mission.EndsOn);
            if (!Consultation.DayUnknown && Stop.Fit(Consultation.HeldOn, startsOn, endsOn) != DayFit.Within)
            {
                yield return Texts.Get("Consultations.DayNear", Show.Period(startsOn, endsOn));
            }

            foreach (var value in new[] { Consultation.Value, Consultation.Pursued })
            {
                if (value is { Rate: null })
                {
                    yield return Texts.Get("Consultations.RateMissing", value.Currency);
                }
                else if (IsOld(value))
                {
                    yield return Texts.Get("Consultations.RateOld", value!.Currency, Show.DayShort(value.RateOn));
                }
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
            .FirstOrDefaultAsync(consultation => consultation.Id == id, cancellation);
        return consultation is null ? null : new ConsultationPage
        {
            Consultation = consultation,
            Credit = consultation.Buyer.CreditOn(today),
            History = user.IsCompany ? null : await Shared.History.OfAsync<Consultation>(db, id, cancellation),
            Today = today,
            MayChange = user.May("POST", "/consultations/{id}/edit") && consultation.Mission.TakesConsultations,
            MayFollowUp = user.May("POST", "/consultations/{id}/next-step"),
        };
    }

    /// <summary>The base currency itself has no rate that could grow old.</summary>
    private bool IsOld(Valued? value) =>
        value?.RateOn is { } on && value.Currency != Mission.BaseCurrency && Consultation.HeldOn.DayNumber - on.DayNumber > RateDays;
}
