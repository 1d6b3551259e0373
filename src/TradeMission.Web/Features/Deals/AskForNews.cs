using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Features.Deals;

/// <summary>
/// Asks companies what became of their open deals, at each of the <see cref="NewsOccasions"/> after a mission: one letter to each of the company's people, saved
/// together with the notes that its deals were asked for. A deal that was opened after the occasion is not asked for.
/// </summary>
public sealed class AskForNews(Letters letters) : IScheduledTask
{
    /// <summary>Months differ by so many days at most.</summary>
    private const int MonthsDiffer = 3;

    public string Name => "ask-for-news";

    public async Task RunAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var due = new List<(long Participation, int Months, DateTime OpenedBefore)>();
        foreach (var months in NewsOccasions.Months)
        {
            foreach (var (missionId, occasion) in await MissionsAsync(db, months, today, cancellation))
            {
                var opened = Office.StartOf(occasion.AddDays(1));
                due.AddRange((await ParticipationsAsync(db, missionId, months, opened, cancellation)).Select(participation => (participation, months, opened)));
            }
        }

        await OneByOne.RunAsync(due, one => AskAsync(db, one.Participation, one.Months, one.OpenedBefore, today, cancellation));
    }

    /// <summary>The missions whose occasion is due, with its day.</summary>
    private static async Task<IEnumerable<(long Id, DateOnly Occasion)>> MissionsAsync(TradeDbContext db, int months, DateOnly today, CancellationToken cancellation)
    {
        var (from, to) = (today.AddMonths(-months).AddDays(-NewsOccasions.OpenDays - MonthsDiffer), today.AddMonths(-months).AddDays(MonthsDiffer));
        var missions = await db.Missions.Where(mission => mission.EndsOn >= from && mission.EndsOn <= to && mission.Status != MissionStatus.Cancelled)
            .OrderBy(mission => mission.Id).Select(mission => new { mission.Id, mission.EndsOn }).ToListAsync(cancellation);
        return missions.Where(mission => NewsOccasions.IsDue(mission.EndsOn, months, today)).Select(mission => (mission.Id, NewsOccasions.DayOf(mission.EndsOn, months)));
    }

    /// <summary>Those with deals to ask for that nobody was written to about on this occasion.</summary>
    private static Task<List<long>> ParticipationsAsync(TradeDbContext db, long missionId, int months, DateTime openedBefore, CancellationToken cancellation) =>
        Deals(db, openedBefore).Where(deal => deal.MissionId == missionId)
            .Select(deal => deal.Consultation.ParticipationId).Distinct()
            .Where(participation => !db.NewsRequests.Any(request => request.Months == months && request.Letters > 0 && request.Deal.Consultation.ParticipationId == participation))
            .OrderBy(participation => participation).ToListAsync(cancellation);

    private async Task AskAsync(TradeDbContext db, long participationId, int months, DateTime openedBefore, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var deals = await Deals(db, openedBefore).Where(deal => deal.Consultation.ParticipationId == participationId)
            .Include(deal => deal.NewsRequests).Include(deal => deal.Mission)
            .Include(deal => deal.Consultation).ThenInclude(consultation => consultation.Buyer)
            .Include(deal => deal.Consultation).ThenInclude(consultation => consultation.Participation).ThenInclude(participation => participation.Company)
            .OrderBy(deal => deal.Id).AsSplitQuery().ToListAsync(cancellation);
        if (deals.Count == 0)
        {
            return;
        }

        var people = await CompanyReader.AllAsync(db, deals[0].Consultation.Participation.CompanyId, cancellation);
        foreach (var deal in deals)
        {
            deal.Ask(months, today, people.Count);
        }

        foreach (var person in people)
        {
            Outbox.Queue(db, LetterTo(person.Reader, deals, months), $"news/participation-{participationId}/{months}-months/{person.Key}");
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException wrong) when (wrong is DbUpdateConcurrencyException || db.IsDuplicate(wrong))
        {
            // Another portal asked at the same moment: its letters are queued, ours are not.
        }
    }

    private static IQueryable<Deal> Deals(TradeDbContext db, DateTime openedBefore) => db.Deals.AwaitingNews().Where(deal => deal.Steps.Any(step => step.RecordedAt < openedBefore));

    private Letter LetterTo(Reader reader, List<Deal> deals, int months)
    {
        var (mission, company) = (deals[0].Mission, deals[0].Consultation.Participation.Company);
        return letters.About(reader, "News", $"/my/missions/{mission.Id}", () => (
            [Show.Name(mission.TitleKo, mission.TitleEn), months, Show.Name(company.NameKo, company.NameEn), Show.DayShort(mission.EndsOn)],
            [.. deals.Select(deal => new LetterLine(LineOf(deal, mission.BaseCurrency)))]));
    }

    private static string LineOf(Deal deal, string baseCurrency) => string.Join(" · ", new[]
    {
        deal.Consultation.Buyer.Name,
        Texts.Of(deal.Stage!.Value),
        AmountOf(deal, baseCurrency),
        deal.ExpectedOn is { } expected ? Texts.Get("Deals.ExpectedOn", Show.DayShort(expected)) : null,
    }.Where(part => part is not null));

    /// <summary>As recorded; what moved in several currencies only adds up in the mission's.</summary>
    private static string AmountOf(Deal deal, string baseCurrency)
    {
        var amount = deal is { ContractAmount: { } recorded, ContractCurrency: { } currency } ? Show.Amount(recorded, currency)
            : deal.ContractBase is { } figure ? Show.Amount(decimal.Round(figure, 2, MidpointRounding.AwayFromZero), baseCurrency)
            : Texts.Get("Shared.RateMissing");
        return (deal.IsAtLeast ? $"{Texts.Get("Deals.AtLeastShort")} {amount}" : amount)
            + (deal is { ContractBase: not null, WithoutRate: > 0 } ? $" ({Texts.Get("Deals.LeftOut", deal.WithoutRate)})" : "");
    }
}
