using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Shared;

/// <summary>What selects offer.</summary>
public static class Choices
{
    public static async Task<IReadOnlyList<SelectListItem>> SisterCitiesAsync(TradeDbContext db, CancellationToken cancellation) =>
        [.. (await db.SisterCities.OrderBy(city => city.NameKo).Select(city => new { city.Id, city.NameKo, city.NameEn }).ToListAsync(cancellation))
            .Select(city => Item(Show.Name(city.NameKo, city.NameEn), city.Id))];

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<SelectListItem>> MissionsAsync(TradeDbContext db, CancellationToken cancellation) =>
        [.. (await db.Missions.OrderByDescending(mission => mission.StartsOn).ThenByDescending(mission => mission.Id)
                .Select(mission => new { mission.Id, mission.Reference, mission.TitleKo, mission.TitleEn }).ToListAsync(cancellation))
            .Select(mission => Item($"{mission.Reference} {Show.Name(mission.TitleKo, mission.TitleEn)}", mission.Id))];

    /// <summary>The words of an enum, in the order of its members.</summary>
    public static IEnumerable<SelectListItem> Of<TEnum>(TEnum? selected = null, params TEnum[] only)
        where TEnum : struct, Enum =>
        (only.Length > 0 ? only : Enum.GetValues<TEnum>()).Select(value => new SelectListItem(Texts.Of(value), value.ToString(), selected is { } chosen && value.Equals(chosen)));

    public static SelectListItem Item(string text, long id) => new(text, id.ToString(CultureInfo.InvariantCulture));

    public static IReadOnlyList<SelectListItem> Selecting(this IEnumerable<SelectListItem> items, object? selected) =>
        [.. items.Select(item => new SelectListItem(item.Text, item.Value, selected is not null && item.Value == Convert.ToString(selected, CultureInfo.InvariantCulture)))];
}
