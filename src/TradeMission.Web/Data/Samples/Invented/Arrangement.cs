using TradeMission.Domain.Buyers;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>
/// Seats companies and buyers: the same number every day, everybody at one table at a time, the buyers of a company's own line first, and nobody
/// twice with the same company on a day.
/// </summary>
internal static class Arrangement
{
    private static readonly TimeOnly[] Rounds = [new(9, 30), new(11, 0), new(14, 0), new(15, 30), new(17, 0)];

    public static IReadOnlyList<Meeting> Of(
        int count,
        IReadOnlyList<(Stop Stop, InventedPlace Place)> stops,
        IReadOnlyList<(Participation Record, string Line, InventedLine Facts)> companies,
        ILookup<string, (Buyer Buyer, IReadOnlyList<string> Lines)> buyers,
        Dice dice)
    {
        var meetings = new List<Meeting>(count);
        if (count == 0)
        {
            return meetings;
        }

        var days = stops.SelectMany(stop => DaysOf(stop.Stop).Select(day => (stop.Stop, stop.Place, Day: day))).ToList();
        for (var (index, left) = (0, count); index < days.Count; index++)
        {
            var today = (int)Math.Ceiling(left / (double)(days.Count - index));
            left -= today;
            for (var seat = 0; seat < today; seat++)
            {
                var company = companies[(seat + index) % companies.Count];
                var round = Rounds[seat / companies.Count].AddMinutes(30 * (seat % 2));
                var (stop, place, day) = days[index];
                if (Pick(buyers[stop.CityEn], company, day, round, meetings, dice) is { } buyer)
                {
                    meetings.Add(new Meeting(stop, place, company.Record, company.Facts, buyer.Buyer, day, round, buyer.Likely));
                }
            }
        }

        return meetings;
    }

    private static IEnumerable<DateOnly> DaysOf(Stop stop) =>
        Enumerable.Range(0, stop.EndsOn!.Value.DayNumber - stop.StartsOn!.Value.DayNumber + 1).Select(stop.StartsOn.Value.AddDays);

    private static (Buyer Buyer, bool Likely)? Pick(
        IEnumerable<(Buyer Buyer, IReadOnlyList<string> Lines)> buyers,
        (Participation Record, string Line, InventedLine Facts) company,
        DateOnly day,
        TimeOnly round,
        List<Meeting> meetings,
        Dice dice) => buyers
            .Where(buyer => buyer.Buyer.Credit != Credit.Blocked)
            .Where(buyer => !meetings.Any(held => held.Buyer == buyer.Buyer && held.Day == day && (held.StartsAt == round || held.Participation == company.Record)))
            .Select(buyer => (
                buyer.Buyer,
                Likely: buyer.Lines.Contains(company.Line) || buyer.Lines is ["any"],
                Again: meetings.Count(held => held.Buyer == buyer.Buyer && held.Participation == company.Record),
                Met: meetings.Count(held => held.Buyer == buyer.Buyer),
                Lot: dice.Below(1000)))
            .OrderBy(buyer => buyer.Again).ThenByDescending(buyer => buyer.Likely).ThenBy(buyer => buyer.Met).ThenBy(buyer => buyer.Lot)
            .Select(buyer => ((Buyer, bool)?)(buyer.Buyer, buyer.Likely))
            .FirstOrDefault();
}
