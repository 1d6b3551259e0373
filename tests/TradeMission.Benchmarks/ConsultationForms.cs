using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Benchmarks;

/// <summary>The forms of a mission's entry page, filled in as officers would; every one another meeting.</summary>
internal sealed class ConsultationForms
{
    private readonly string page;
    private readonly string token;
    private readonly IReadOnlyList<long> participations;
    private readonly IReadOnlyList<(long Id, DateOnly Day)> stops;
    private readonly IReadOnlyList<(long Id, string Name)> buyers;
    private int next;

    private ConsultationForms(
        string page, string token, IReadOnlyList<long> participations, IReadOnlyList<(long Id, DateOnly Day)> stops, IReadOnlyList<(long Id, string Name)> buyers)
    {
        this.page = page;
        this.token = token;
        this.participations = participations;
        this.stops = stops;
        this.buyers = buyers;
    }

    public static async Task<ConsultationForms> OfAsync(TradeDbContext db, Visitor visitor, long mission)
    {
        var page = $"/missions/{mission}/consultations/new";
        var participations = await db.Participations.Where(participation => participation.MissionId == mission).Select(participation => participation.Id).ToListAsync();
        var stops = await db.Stops.Where(stop => stop.MissionId == mission).Select(stop => new { stop.Id, stop.StartsOn }).ToListAsync();
        var buyers = await db.Consultations.Where(consultation => consultation.MissionId == mission)
            .Select(consultation => new { consultation.Buyer.Id, consultation.Buyer.Name }).Distinct().OrderBy(buyer => buyer.Id).ToListAsync();
        return new ConsultationForms(
            page, (await visitor.FormAsync(page, page))[TokenField], participations, [.. stops.Select(stop => (stop.Id, stop.StartsOn!.Value))], [.. buyers.Select(buyer => (buyer.Id, buyer.Name))]);
    }

    private const string TokenField = "__RequestVerificationToken";

    /// <summary>Sends the next one.</summary>
    /// <returns>How long it took, in milliseconds.</returns>
    /// <exception cref="InvalidOperationException">It was not saved.</exception>
    public async Task<double> SendAsync(Visitor visitor)
    {
        var (status, text, milliseconds) = await visitor.PostAsync(page, Fill(Interlocked.Increment(ref next)));
        return status == System.Net.HttpStatusCode.Redirect ? milliseconds : throw new InvalidOperationException($"Not saved: {(int)status} {text}");
    }

    private Dictionary<string, string> Fill(int number)
    {
        var buyer = buyers[number % buyers.Count];
        var stop = stops[number % stops.Count];
        return new Dictionary<string, string>
        {
            [TokenField] = token,
            ["ClientId"] = Guid.NewGuid().ToString(),
            ["UnitShownFor"] = "USD",
            ["ParticipationId"] = Text(participations[number / buyers.Count % participations.Count]),
            ["StopId"] = Text(stop.Id),
            ["BuyerName"] = buyer.Name,
            ["BuyerAsked"] = buyer.Name,
            ["BuyerChoice"] = Text(buyer.Id),
            ["HeldOn"] = stop.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["StartsAt"] = "10:30",
            ["Kind"] = "AtVenue",
            ["Products"] = "생성 품목",
            ["AmountUnit"] = "Usd",
            ["ValueCurrency"] = number % 3 == 0 ? "EUR" : "USD",
            ["Value"] = Text(1_000 * (10 + (number % 90))),
            ["Pursued"] = Text(300 * (10 + (number % 90))),
            ["Assessment"] = "CooperationPossible",
            ["NextStep"] = "견본 발송",
            ["NextStepDueOn"] = stop.Day.AddDays(14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["NextStepOwner"] = "김담당 (예시)",
            ["Notes"] = "견본과 가격표를 요청함.",
            ["ConfirmDuplicate"] = "true",
        };
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
