using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.My;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Search;

/// <summary>
/// All that was typed may mean, within what the reader may see: the city finds everything, a company its own missions and consultations. Each list of the portal finds
/// the same by the same words.
/// </summary>
public sealed class Everything(TradeDbContext db, CurrentUser user, string typed)
{
    public const int Shown = 5;

    /// <summary>Of one kind by itself.</summary>
    public const int ShownOfOneKind = 50;

    private readonly string folded = SearchText.Of([typed], 200);

    private bool IsCity => !user.IsCompany;

    /// <summary>Counts of every kind, and the first rows: more where one kind is asked for.</summary>
    public async Task<IReadOnlyList<FoundGroup>> FindAsync(FoundKind? kind, CancellationToken cancellation)
    {
        var groups = new List<FoundGroup> { await MissionsAsync(Rows(FoundKind.Missions), cancellation) };
        if (IsCity)
        {
            groups.Add(await CompaniesAsync(Rows(FoundKind.Companies), cancellation));
            groups.Add(await BuyersAsync(Rows(FoundKind.Buyers), cancellation));
            groups.Add(await SisterCitiesAsync(Rows(FoundKind.SisterCities), cancellation));
        }

        groups.Add(await ConsultationsAsync(NamesIn(groups), Rows(FoundKind.Consultations), cancellation));
        return groups;

        int Rows(FoundKind one) => one == kind ? ShownOfOneKind : Shown;
    }

    /// <summary>A single word that no buyer has need not be looked for among the buyers of consultations again.</summary>
    private NamesAsked NamesIn(IReadOnlyList<FoundGroup> groups)
    {
        return !IsCity || SearchWord.Of(typed).Count > 1
            ? NamesAsked.All
            : In(FoundKind.Companies, NamesAsked.Companies) | In(FoundKind.Buyers, NamesAsked.Buyers) | In(FoundKind.Missions, NamesAsked.Missions);

        NamesAsked In(FoundKind kind, NamesAsked names) => groups.Any(group => group.Kind == kind && group.Count > 0) ? names : NamesAsked.None;
    }

    private async Task<FoundGroup> MissionsAsync(int shown, CancellationToken cancellation)
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
        return await GroupAsync(FoundKind.Missions, found, shown, [.. rows.Select(mission => new FoundGroup.Row(
            IsCity ? $"/missions/{mission.Id}" : $"/my/missions/{mission.Id}", Show.Name(mission.TitleKo, mission.TitleEn), mission.Reference, Show.PeriodShort(mission.StartsOn, mission.EndsOn)))], cancellation);
    }

    private async Task<FoundGroup> CompaniesAsync(int shown, CancellationToken cancellation)
    {
        var found = db.Companies.Containing(typed);
        var rows = await found.OrderByDescending(company => EF.Property<string>(company, "SearchText").Contains(folded)).ThenBy(company => company.NameKo).ThenBy(company => company.Id).Take(shown + 1)
            .Select(company => new { company.Id, company.NameKo, company.NameEn, company.Representative, company.District, company.Industry }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.Companies, found, shown, [.. rows.Select(company => new FoundGroup.Row(
            $"/companies/{company.Id}", company.NameKo, company.NameEn, Joined(company.Representative, company.District, company.Industry)))], cancellation);
    }

    private async Task<FoundGroup> BuyersAsync(int shown, CancellationToken cancellation)
    {
        var found = db.Buyers.Containing(typed);
        var rows = await found.OrderByDescending(buyer => EF.Property<string>(buyer, "SearchText").Contains(folded)).ThenBy(buyer => buyer.Name).ThenBy(buyer => buyer.Id).Take(shown + 1)
            .Select(buyer => new { buyer.Id, buyer.Name, buyer.NameOther, buyer.Country, buyer.City, buyer.Interests }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.Buyers, found, shown, [.. rows.Select(buyer => new FoundGroup.Row(
            $"/buyers/{buyer.Id}", buyer.Name, buyer.NameOther, Joined(buyer.Country is null ? null : Show.Country(buyer.Country), buyer.City, buyer.Interests)))], cancellation);
    }

    private async Task<FoundGroup> SisterCitiesAsync(int shown, CancellationToken cancellation)
    {
        var found = db.SisterCities.Containing(typed);
        var rows = await found.OrderBy(city => city.NameKo).ThenBy(city => city.Id).Take(shown + 1)
            .Select(city => new { city.Id, city.NameKo, city.NameEn, city.NameLocal, city.Country, city.Kind }).ToListAsync(cancellation);
        return await GroupAsync(FoundKind.SisterCities, found, shown, [.. rows.Select(city => new FoundGroup.Row(
            $"/sister-cities/{city.Id}", Show.Name(city.NameKo, city.NameEn), Joined(Show.IsKorean ? city.NameEn : city.NameKo, city.NameLocal), Joined(Texts.Of(city.Kind), Show.Country(city.Country))))], cancellation);
    }

    /// <summary>The ids come from the search index alone, newest first and no more than are counted; only what is shown is read.</summary>
    private async Task<FoundGroup> ConsultationsAsync(NamesAsked names, int shown, CancellationToken cancellation)
    {
        var ids = await db.Consultations.VisibleTo(user).ContainingInAll(db, typed, names)
            .OrderByDescending(consultation => consultation.HeldOn).ThenByDescending(consultation => consultation.Id)
            .Select(consultation => consultation.Id).Take(FoundGroup.CountedTo).ToListAsync(cancellation);
        var first = ids.Take(shown).ToList();
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
        return new FoundGroup(FoundKind.Consultations, ids.Count, [.. rows.Select(row => new FoundGroup.Row(
            $"/consultations/{row.Id}", $"{Show.Name(row.NameKo, row.NameEn)} × {row.Buyer}", Joined(row.Products, row.NextStep), Joined(row.Reference, row.DayUnknown ? null : Show.DayShort(row.HeldOn))))],
            AllOf(FoundKind.Consultations, ids.Count, shown));
    }

    /// <summary>Counts only where the rows do not tell.</summary>
    private async Task<FoundGroup> GroupAsync<TRecord>(FoundKind kind, IQueryable<TRecord> found, int shown, IReadOnlyList<FoundGroup.Row> rows, CancellationToken cancellation)
    {
        var count = rows.Count <= shown ? rows.Count : await found.CountAsync(cancellation);
        return new FoundGroup(kind, count, [.. rows.Take(shown)], AllOf(kind, count, shown));
    }

    private string? AllOf(FoundKind kind, int count, int shown) => (IsCity, count > shown) switch
    {
        (_, false) => null,
        (true, _) => QueryHelpers.AddQueryString(kind == FoundKind.SisterCities ? "/sister-cities" : $"/{kind.ToString().ToLowerInvariant()}", "q", typed),

        // A company has no such lists.
        (false, _) => shown == ShownOfOneKind ? null : QueryHelpers.AddQueryString("/search", new Dictionary<string, string?> { ["q"] = typed, ["kind"] = kind.ToString() }),
    };

    private static string? Joined(params string?[] parts) => string.Join(" · ", parts.Where(part => !string.IsNullOrEmpty(part))) is { Length: > 0 } joined ? joined : null;
}
