namespace TradeMission.Domain.Deals;

/// <summary>When companies are asked what became of their deals: so many months after their mission's last day.</summary>
public static class NewsOccasions
{
    /// <summary>
    /// So many days an occasion is made up for when nobody asked on the day itself. One that is longer past is left out: a mission that is entered years later is
    /// not asked about at all.
    /// </summary>
    public const int OpenDays = 30;

    public static IReadOnlyList<int> Months { get; } = [2, 6, 12];

    /// <summary>The day of the occasion; of a month that is too short for it, the last day: 31 December and two months are 28 or 29 February.</summary>
    public static DateOnly DayOf(DateOnly missionEndsOn, int months) => missionEndsOn.AddMonths(months);

    public static bool IsDue(DateOnly missionEndsOn, int months, DateOnly today) =>
        DayOf(missionEndsOn, months) is var day && day <= today && today.DayNumber - day.DayNumber <= OpenDays;
}
