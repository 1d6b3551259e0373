using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>
/// What the filters of a list across missions offer: every mission and every company that took part. They change far less often than they are shown, so they are
/// kept, one for each language, and read again when the records say that they changed: see <see cref="RegisterState"/>.
/// </summary>
public sealed class FilterChoices
{
    private readonly ConcurrentDictionary<string, (string State, Kept Kept)> known = new();

    /// <summary>Many pages show the same items at once, so none of them is selected: what is, the address says.</summary>
    /// <param name="Missions">The newest first.</param>
    /// <param name="Companies">By name.</param>
    /// <param name="Years">In which missions were under way, the latest first.</param>
    public sealed record Kept(IReadOnlyList<SelectListItem> Missions, IReadOnlyList<SelectListItem> Companies, IReadOnlyList<SelectListItem> Years);

    public async Task<Kept> OfAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var language = CultureInfo.CurrentUICulture.Name;

        // Asked before the lists are read: what changes in between makes the next reader read again.
        var state = await RegisterState.OfAsync(db, cancellation);
        if (!known.TryGetValue(language, out var last) || last.State != state)
        {
            last = (state, await ReadAsync(db, cancellation));
            known[language] = last;
        }

        return last.Kept;
    }

    private static async Task<Kept> ReadAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var spans = await db.Missions.Select(mission => new { From = mission.StartsOn.Year, To = mission.EndsOn.Year }).ToListAsync(cancellation);
        var companies = await db.Companies.Where(company => company.Participations.Any())
            .Select(company => new { company.Id, company.NameKo, company.NameEn }).ToListAsync(cancellation);
        return new Kept(
            await Choices.MissionsAsync(db, cancellation),
            [.. companies.Select(company => Choices.Item(Show.Name(company.NameKo, company.NameEn), company.Id)).OrderBy(choice => choice.Text, StringComparer.CurrentCulture)],
            [.. spans.SelectMany(span => new[] { span.From, span.To }).Distinct().OrderDescending().Select(year => Choices.Item($"{year}", year))]);
    }
}
