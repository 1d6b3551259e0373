using System.Globalization;
using System.Linq.Expressions;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>What the address of a list of consultations says: ?q=&amp;mission=&amp;stop=&amp;company=&amp;buyer=&amp;assessment=&amp;value=&amp;step=&amp;tier=&amp;year=&amp;sort=, and the place in it.</summary>
public sealed class ConsultationSearch
{
    public const int DueWithinDays = 7;

    public string? Q { get; set; }

    public long? Mission { get; set; }

    /// <summary><see cref="MissionTotal.UnknownStop"/> for those of which no stop is known.</summary>
    public long? Stop { get; set; }

    /// <summary>The company's id, not its participation's.</summary>
    public long? Company { get; set; }

    public long? Buyer { get; set; }

    public Assessment? Assessment { get; set; }

    public AmountFilter? Value { get; set; }

    public StepFilter? Step { get; set; }

    /// <summary>What stands behind the consultation value; consultations without one are left out.</summary>
    public EvidenceTier? Tier { get; set; }

    /// <summary>In which they were held.</summary>
    public int? Year { get; set; }

    public string? Sort { get; set; }

    /// <summary>Newest first: the last line of the page before, as 2026-11-04_123.</summary>
    public string? After { get; set; }

    /// <summary>Newest first: the first line of the page after.</summary>
    public string? Before { get; set; }

    /// <summary>Any other order.</summary>
    public int? Page { get; set; }

    /// <summary>Whether stored totals answer what the filter adds up to.</summary>
    private bool IsOfStoredTotals => SearchText.Fold(Q).Length == 0 && Buyer is null && Assessment is null && Value is null && Step is null && Tier is null && Year is null && (Stop is null || Company is null);

    private bool IsNewestFirst => Sort is not { Length: > 0 } || Sort == "-date" || KeyOf(Sort.TrimStart('-')) is null;

    public bool IsFiltered(long? ofMission) => !IsOfStoredTotals || Stop is not null || Company is not null || Mission != ofMission;

    public IQueryable<Consultation> Consultations(TradeDbContext db, DateOnly today)
    {
        var found = db.Consultations.ContainingInAll(db, Q, Mission is null ? NamesAsked.All : NamesAsked.OfOneMission);
        found = Mission is { } mission ? found.Where(consultation => consultation.MissionId == mission) : found;
        found = Stop switch
        {
            null => found,
            MissionTotal.UnknownStop => found.Where(consultation => consultation.StopId == null),
            { } stop => found.Where(consultation => consultation.StopId == stop),
        };
        found = Company is { } company ? found.Where(consultation => consultation.Participation.CompanyId == company) : found;
        found = Buyer is { } buyer ? found.Where(consultation => consultation.BuyerId == buyer) : found;
        found = Assessment is { } assessment ? found.Where(consultation => consultation.Assessment == assessment) : found;
        found = Value switch
        {
            AmountFilter.Any => found.Where(consultation => consultation.Value != null),
            AmountFilter.None => found.Where(consultation => consultation.Value == null),
            AmountFilter.Contract => found.Where(consultation => consultation.Deals.Any(deal => deal.State == DealState.Open && deal.Stage != null)),
            AmountFilter.RateMissing => found.Where(consultation =>
                (consultation.Value != null && consultation.Value.BaseAmount == null) || consultation.Deals.Any(deal => deal.State == DealState.Open && deal.WithoutRate > 0)),
            _ => found,
        };
        found = Tier switch
        {
            EvidenceTier.Recorded => found.Where(consultation => consultation.Value != null && consultation.Answer != FigureState.Confirmed),
            EvidenceTier.Confirmed => found.Where(consultation => consultation.Value != null && consultation.Answer == FigureState.Confirmed),
            EvidenceTier.Documented => found.Where(_ => false),
            _ => found,
        };
        found = InSteps(found, today);
        if (Year is { } year and > 0 and < 9999)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            found = found.Where(consultation => consultation.HeldOn >= first && consultation.HeldOn <= last);
        }

        return found;
    }

    /// <summary>What the filter adds up to, in each base currency. Filters of a mission, a stop or a company are answered from stored totals, whatever their number.</summary>
    public Task<IReadOnlyList<ConsultationSum>> SumsAsync(TradeDbContext db, DateOnly today, CancellationToken cancellation) =>
        IsOfStoredTotals
            ? ConsultationSum.OfStoredTotalsAsync(db, Mission, Stop, Company, cancellation)
            : ConsultationSum.OfAsync(Consultations(db, today), cancellation);

    /// <summary>One page: from a place on, newest first; by number in any other order.</summary>
    public async Task<ConsultationListPage> PageAsync(TradeDbContext db, DateOnly today, int total, CancellationToken cancellation)
    {
        if (!IsNewestFirst)
        {
            var page = await Ordered(Consultations(db, today)).PageAsync(Page, total, some => some.ToRowsAsync(db, cancellation));
            return new ConsultationListPage(page.Rows, null, null, page.Number, page.LastNumber);
        }

        return PlaceOf(Before) is { } before ? await BackFromAsync(db, today, before, cancellation) : await OnFromAsync(db, today, PlaceOf(After), cancellation);
    }

    /// <summary>All of it in the list's order, for a file.</summary>
    public IQueryable<ConsultationRow> Rows(TradeDbContext db, DateOnly today) =>
        (IsNewestFirst ? OnFrom(db, today, null) : Ordered(Consultations(db, today))).Select(ConsultationRow.Whole);

    private async Task<ConsultationListPage> OnFromAsync(TradeDbContext db, DateOnly today, (DateOnly Day, long Id)? after, CancellationToken cancellation)
    {
        const int Asked = Paged<ConsultationRow>.Size + 1;
        var rows = IsFiltered(Mission) ? await OnFrom(db, today, after).Take(Asked).ToRowsAsync(db, cancellation) : await ConsultationRows.NewestAsync(db, Mission, after, Asked, cancellation);
        var hasNext = rows.Count > Paged<ConsultationRow>.Size;
        rows = [.. rows.Take(Paged<ConsultationRow>.Size)];
        return new ConsultationListPage(rows, after is null || rows.Count == 0 ? null : PlaceOf(rows[0]), hasNext ? PlaceOf(rows[^1]) : null, 1, 1);
    }

    private IQueryable<Consultation> OnFrom(TradeDbContext db, DateOnly today, (DateOnly Day, long Id)? after)
    {
        var found = Consultations(db, today);
        if (after is (var day, var id))
        {
            // Said so that an index on (HeldOn, Id) is entered at the place.
            found = found.Where(consultation => consultation.HeldOn <= day && (consultation.HeldOn < day || consultation.Id < id));
        }

        return found.OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id);
    }

    private async Task<ConsultationListPage> BackFromAsync(TradeDbContext db, DateOnly today, (DateOnly Day, long Id) before, CancellationToken cancellation)
    {
        var (day, id) = before;
        var rows = await Consultations(db, today).Where(consultation => consultation.HeldOn >= day && (consultation.HeldOn > day || consultation.Id > id))
            .OrderBy(consultation => consultation.HeldOn).ThenBy(consultation => consultation.Id)
            .Take(Paged<ConsultationRow>.Size + 1).ToRowsAsync(db, cancellation);
        if (rows.Count <= Paged<ConsultationRow>.Size)
        {
            // The beginning is reached: the first page, and a whole one.
            return await OnFromAsync(db, today, null, cancellation);
        }

        rows = [.. rows.Take(Paged<ConsultationRow>.Size).Reverse()];
        return new ConsultationListPage(rows, PlaceOf(rows[0]), PlaceOf(rows[^1]), 1, 1);
    }

    private IQueryable<Consultation> InSteps(IQueryable<Consultation> found, DateOnly today)
    {
        if (Step is null)
        {
            return found;
        }

        var soon = today.AddDays(DueWithinDays);
        found = found.Where(consultation => consultation.NextStep != null && consultation.NextStepDoneOn == null);
        return Step switch
        {
            StepFilter.Due => found.Where(consultation => consultation.NextStepDueOn <= soon),
            StepFilter.Overdue => found.Where(consultation => consultation.NextStepDueOn < today),
            _ => found,
        };
    }

    private IQueryable<Consultation> Ordered(IQueryable<Consultation> found)
    {
        var key = KeyOf(Sort!.TrimStart('-'))!;
        return Sort.StartsWith('-')
            ? found.OrderByDescending(key).ThenByDescending(consultation => consultation.Id)
            : found.OrderBy(key).ThenBy(consultation => consultation.Id);
    }

    private static Expression<Func<Consultation, object?>>? KeyOf(string sort) => sort switch
    {
        "date" => consultation => consultation.HeldOn,
        "company" when Show.IsKorean => consultation => consultation.Participation.Company.NameKo,
        "company" => consultation => consultation.Participation.Company.NameEn ?? consultation.Participation.Company.NameKo,
        "buyer" => consultation => consultation.Buyer.Name,
        "value" => consultation => consultation.Value!.BaseAmount,
        "contract" => consultation => consultation.Deals.Where(deal => deal.State == DealState.Open).Sum(deal => deal.ContractBase),
        "due" => consultation => consultation.NextStepDueOn ?? DateOnly.MaxValue,
        _ => null,
    };

    private static string PlaceOf(ConsultationRow row) => $"{Show.Iso(row.HeldOn)}_{row.Id.ToString(CultureInfo.InvariantCulture)}";

    private static (DateOnly Day, long Id)? PlaceOf(string? place) =>
        place?.Split('_') is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (on, number)
            : null;
}
