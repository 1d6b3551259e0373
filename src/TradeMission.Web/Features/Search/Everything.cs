using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.My;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Search;

/// <summary>
/// All that was typed may mean, within what the reader may see: the city finds everything, a company its own missions and consultations. Each list of the portal finds
/// the same by the same words. The consultations are by far the most, so they are looked through beside the names, in a context of their own.
/// </summary>
public sealed class Everything(TradeDbContext db, TradeDbContext beside, CurrentUser user, string typed)
{
    public const int Shown = 5;

    /// <summary>Of one kind by itself.</summary>
    public const int ShownOfOneKind = 50;

    private const int FewConsultations = 1000;

    private const int Parts = 4;

    private readonly string folded = SearchText.Of([typed], 200);

    private bool IsCity => !user.IsCompany;

    /// <summary>Counts of every kind, and the first rows: more where one kind is asked for.</summary>
    public async Task<IReadOnlyList<FoundGroup>> FindAsync(FoundKind? kind, CancellationToken cancellation)
    {
        // A single word is in the consultation's own text or in a name, and the names that hold it are found anyway. Several may be in one each.
        var isSingle = IsCity && SearchWord.Of(typed).Count == 1;
        using var enough = new CancellationTokenSource();
        var consultations = Task.Run(() => isSingle ? InOwnTextAsync(enough.Token, cancellation) : PlacesAsync(beside.Consultations.VisibleTo(user).ContainingInAll(beside, typed), cancellation), cancellation);
        var named = NamesAsync(Rows, isSingle ? enough : null, cancellation);
        await Task.WhenAll(consultations, named);
        var (groups, ofNames) = await named;
        var places = (await consultations).Union(ofNames).OrderByDescending(place => place.HeldOn).ThenByDescending(place => place.Id).Take(FoundGroup.CountedTo).ToList();
        return [.. groups, await ConsultationsAsync(places, Rows(FoundKind.Consultations), cancellation)];

        int Rows(FoundKind one) => one == kind ? ShownOfOneKind : Shown;
    }

    /// <summary>
    /// The names, and consultations of them. Of few they are looked up. Of many the question is asked for all together, newest first: there it soon has as many as are
    /// counted, and looking them up would take longer.
    /// </summary>
    /// <param name="rows">How many of each kind are shown.</param>
    /// <param name="enough">Told as soon as there are many: then nobody needs to look through the consultations' own texts. Null where no consultations of names are wanted.</param>
    /// <param name="cancellation">Ends it.</param>
    private async Task<(IReadOnlyList<FoundGroup> Groups, IReadOnlyList<Place> Consultations)> NamesAsync(Func<FoundKind, int> rows, CancellationTokenSource? enough, CancellationToken cancellation)
    {
        var (places, named) = (new List<Place>(), NamesAsked.None);
        var (missions, ofMissions) = await MissionsAsync(rows(FoundKind.Missions), cancellation);
        if (!IsCity)
        {
            return ([missions], places);
        }

        await AddAsync(NamesAsked.Missions, ofMissions, db.Consultations.Where(consultation => ofMissions.Contains(consultation.MissionId)));
        var (companies, ofCompanies) = await CompaniesAsync(rows(FoundKind.Companies), cancellation);
        var participations = db.Participations.Where(participation => ofCompanies.Contains(participation.CompanyId)).Select(participation => participation.Id);
        await AddAsync(NamesAsked.Companies, ofCompanies, db.Consultations.Where(consultation => participations.Contains(consultation.ParticipationId)));
        var (buyers, ofBuyers) = await BuyersAsync(rows(FoundKind.Buyers), cancellation);
        await AddAsync(NamesAsked.Buyers, ofBuyers, db.Consultations.Where(consultation => ofBuyers.Contains(consultation.BuyerId)));
        var (cities, _) = await SisterCitiesAsync(rows(FoundKind.SisterCities), cancellation);
        return (
            [missions, companies, buyers, cities],
            enough?.IsCancellationRequested == true ? await PlacesAsync(db.Consultations.ContainingInAll(db, typed, named), cancellation) : places);

        async Task AddAsync(NamesAsked names, IReadOnlyList<long> ids, IQueryable<Consultation> found)
        {
            if (enough is null || ids.Count == 0)
            {
                return;
            }

            named |= names;
            if (enough.IsCancellationRequested || ids.Count > Questions.Together || await found.Take(FewConsultations + 1).CountAsync(cancellation) > FewConsultations)
            {
                await enough.CancelAsync();
            }
            else
            {
                places.AddRange(await PlacesAsync(found, cancellation));
            }
        }
    }

    /// <summary>Newest first, some of the time at once, so that it can be told to stop in between.</summary>
    private async Task<IReadOnlyList<Place>> InOwnTextAsync(CancellationToken enough, CancellationToken cancellation)
    {
        var places = new List<Place>();
        if (await beside.Consultations.MinAsync(consultation => (DateOnly?)consultation.HeldOn, cancellation) is not { } first
            || await beside.Consultations.MaxAsync(consultation => (DateOnly?)consultation.HeldOn, cancellation) is not { } last)
        {
            return places;
        }

        var found = beside.Consultations.ContainingInAll(beside, typed, NamesAsked.None);
        var days = ((last.DayNumber - first.DayNumber) / Parts) + 1;
        for (var to = last; to >= first && places.Count < FoundGroup.CountedTo && !enough.IsCancellationRequested; to = to.AddDays(-days))
        {
            var (from, until) = (to.AddDays(1 - days), to);
            places.AddRange(await PlacesAsync(found.Where(consultation => consultation.HeldOn >= from && consultation.HeldOn <= until), cancellation));
        }

        return places;
    }

    /// <summary>From the search index alone, newest first and no more than are counted.</summary>
    private static async Task<IReadOnlyList<Place>> PlacesAsync(IQueryable<Consultation> found, CancellationToken cancellation) => await found
        .OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id)
        .Select(consultation => new Place(consultation.HeldOn, consultation.Id)).Take(FoundGroup.CountedTo).ToListAsync(cancellation);

    private async Task<(FoundGroup Group, IReadOnlyList<long> Ids)> MissionsAsync(int shown, CancellationToken cancellation)
    {
        IQueryable<Mission> missions = db.Missions;
        if (!IsCity)
        {
            var own = db.OwnParticipationsOf(user).Select(participation => participation.MissionId);
            missions = missions.Where(mission => own.Contains(mission.Id));
        }

        var found = missions.Containing(typed);
        var rows = await found.OrderByDescending(mission => mission.StartsOn).ThenByDescending(mission => mission.Id).Take(shown + 1)
            .Select(mission => new { mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn, mission.StartsOn, mission.EndsOn }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.Missions, found, shown, [.. rows.Select(mission => (mission.Id, new FoundGroup.Row(
            IsCity ? $"/missions/{mission.Id}" : $"/my/missions/{mission.Id}", Show.Name(mission.TitleKo, mission.TitleEn), mission.Reference, Show.PeriodShort(mission.StartsOn, mission.EndsOn))))], cancellation);
    }

    private async Task<(FoundGroup Group, IReadOnlyList<long> Ids)> CompaniesAsync(int shown, CancellationToken cancellation)
    {
        var found = db.Companies.Containing(typed);
        var rows = await found.OrderByDescending(company => EF.Property<string>(company, "SearchText").Contains(folded)).ThenBy(company => company.NameKo).ThenBy(company => company.Id).Take(shown + 1)
            .Select(company => new { company.Id, company.NameKo, company.NameEn, company.Representative, company.District, company.Industry }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.Companies, found, shown, [.. rows.Select(company => (company.Id, new FoundGroup.Row(
            $"/companies/{company.Id}", company.NameKo, company.NameEn, Joined(company.Representative, company.District, company.Industry))))], cancellation);
    }

    private async Task<(FoundGroup Group, IReadOnlyList<long> Ids)> BuyersAsync(int shown, CancellationToken cancellation)
    {
        var found = db.Buyers.Containing(typed);
        var rows = await found.OrderByDescending(buyer => EF.Property<string>(buyer, "SearchText").Contains(folded)).ThenBy(buyer => buyer.Name).ThenBy(buyer => buyer.Id).Take(shown + 1)
            .Select(buyer => new { buyer.Id, buyer.Name, buyer.NameOther, buyer.Country, buyer.City, buyer.Interests }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.Buyers, found, shown, [.. rows.Select(buyer => (buyer.Id, new FoundGroup.Row(
            $"/buyers/{buyer.Id}", buyer.Name, buyer.NameOther, Joined(buyer.Country is null ? null : Show.Country(buyer.Country), buyer.City, buyer.Interests))))], cancellation);
    }

    private async Task<(FoundGroup Group, IReadOnlyList<long> Ids)> SisterCitiesAsync(int shown, CancellationToken cancellation)
    {
        var found = db.SisterCities.Containing(typed);
        var rows = await found.OrderBy(city => city.NameKo).ThenBy(city => city.Id).Take(shown + 1)
            .Select(city => new { city.Id, city.NameKo, city.NameEn, city.NameLocal, city.Country, city.Kind }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.SisterCities, found, shown, [.. rows.Select(city => (city.Id, new FoundGroup.Row(
            $"/sister-cities/{city.Id}", Show.Name(city.NameKo, city.NameEn), Joined(Show.IsKorean ? city.NameEn : city.NameKo, city.NameLocal), Joined(Texts.Of(city.Kind), Show.Country(city.Country)))))], cancellation);
    }

    /// <summary>Only what is shown is read.</summary>
    private async Task<FoundGroup> ConsultationsAsync(IReadOnlyList<Place> places, int shown, CancellationToken cancellation)
    {
        var first = places.Take(shown).Select(place => place.Id).ToList();
        var rows = first.Count == 0 ? [] : await db.Consultations.Where(consultation => first.Contains(consultation.Id))
            .OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id)
            .Select(consultation => new
            {
                consultation.Id,
                consultation.HeldOn,
                consultation.DayUnknown,
                consultation.Mission.Reference,
                consultation.Participation.Company.NameKo,
                consultation.Participation.Company.NameEn,
                Buyer = consultation.Buyer.Name,
                consultation.Products,
                consultation.NextStep,
            }).ToListAsync(cancellation);
        return new FoundGroup(FoundKind.Consultations, places.Count, [.. rows.Select(row => new FoundGroup.Row(
            $"/consultations/{row.Id}", $"{Show.Name(row.NameKo, row.NameEn)} × {row.Buyer}", Joined(row.Products, row.NextStep), Joined(row.Reference, row.DayUnknown ? null : Show.DayShort(row.HeldOn))))],
            AllOf(FoundKind.Consultations, places.Count, shown));
    }

    /// <summary>Asks for all only where the rows are not all, and counts only where they are many: then the ids are some of them, one more than <see cref="Questions.Together"/>.</summary>
    private async Task<(FoundGroup Group, IReadOnlyList<long> Ids)> GroupAsync<TRecord>(FoundKind kind, IQueryable<TRecord> found, int shown, IReadOnlyList<(long Id, FoundGroup.Row Row)> rows, CancellationToken cancellation)
        where TRecord : Entity
    {
        IReadOnlyList<long> ids = rows.Count <= shown ? [.. rows.Select(row => row.Id)] : await found.Select(record => record.Id).Take(Questions.Together + 1).ToListAsync(cancellation);
        var count = ids.Count <= Questions.Together ? ids.Count : await found.CountAsync(cancellation);
        return (new FoundGroup(kind, count, [.. rows.Take(shown).Select(row => row.Row)], AllOf(kind, count, shown)), ids);
    }

    private string? AllOf(FoundKind kind, int count, int shown) => (IsCity, count > shown) switch
    {
        (_, false) => null,
        (true, _) => QueryHelpers.AddQueryString(kind == FoundKind.SisterCities ? "/sister-cities" : $"/{kind.ToString().ToLowerInvariant()}", "q", typed),

        // A company has no such lists.
        (false, _) => shown == ShownOfOneKind ? null : QueryHelpers.AddQueryString("/search", new Dictionary<string, string?> { ["q"] = typed, ["kind"] = kind.ToString() }),
    };

    private static string? Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } joined ? joined : null;

    /// <summary>Where a consultation stands among all, newest first.</summary>
    private readonly record struct Place(DateOnly HeldOn, long Id);
}
