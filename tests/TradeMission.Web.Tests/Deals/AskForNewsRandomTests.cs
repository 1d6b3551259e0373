using CsCheck;
using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>Whatever deals there are and on whatever days a portal is on: each is asked for at most once on an occasion, and no letter names another company's.</summary>
public sealed class AskForNewsRandomTests
{
    private static readonly DateOnly Start = new(2026, 11, 5);

    private static readonly DealStage?[] Endings = [null, null, null, DealStage.Signed, DealStage.Lost, DealStage.OnHold, DealStage.Paid];

    /// <summary>One of four consultations of two companies, a day, and what came of it the same day.</summary>
    private static readonly Gen<(int Consultation, int Day, DealStage? Then)> Deals = Gen.Select(
        Gen.Int[1, 4], Gen.Int[0, 390], Gen.Int[0, Endings.Length - 1], (consultation, day, ending) => (consultation, day, Endings[ending]));

    [Fact]
    public Task AnyDeals_AreAskedForOncePerOccasionByTheirOwnCompany() => Gen.Select(Deals.Array[1, 6], Gen.Int[0, 420].Array[3, 12]).SampleAsync(
        async (deals, days) =>
        {
            await using var rig = await FollowUpRig.CreateAsync();
            var opened = new Dictionary<long, (int Consultation, DateOnly On, bool Open)> { [1] = (1, new DateOnly(2026, 11, 4), true) };
            foreach (var (day, deal) in deals.Select(deal => (deal.Day, ((int, int, DealStage?)?)deal)).Concat(days.Select(day => (day, ((int, int, DealStage?)?)null))).OrderBy(one => one.Item1))
            {
                var today = Start.AddDays(day);
                if (deal is var (consultation, _, then))
                {
                    var id = await rig.OpenAsync(consultation, today, then is { } stage ? [stage] : []);
                    opened[id] = (consultation, today, then is null or DealStage.Signed);
                }
                else
                {
                    await rig.AskAsync(today);
                }
            }

            await AssertAsync(rig, opened, [.. days.Select(day => Start.AddDays(day)).Order()]);
        },
        iter: 60,
        threads: 1);

    private static async Task AssertAsync(FollowUpRig rig, Dictionary<long, (int Consultation, DateOnly On, bool Open)> opened, IReadOnlyList<DateOnly> runs)
    {
        var letters = await rig.LettersAsync();
        foreach (var letter in letters)
        {
            var (own, others) = letter.To == World.CompanyA ? ("알파화장품", "베타공구") : ("베타공구", "알파화장품");
            Assert.Contains(own, letter.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(others, letter.Text + letter.Html, StringComparison.Ordinal);
            Assert.DoesNotContain(letter.To == World.CompanyA ? "Hanoi" : "Saigon", letter.Text + letter.Html, StringComparison.Ordinal);
        }

        // By hand: the first run that an occasion is open to asks for what is open and was opened by then, company by company.
        var expected = new List<(long Deal, int Months, DateOnly On)>();
        foreach (var months in new[] { 2, 6, 12 })
        {
            var occasion = new DateOnly(2026, 11, 6).AddMonths(months);
            if (runs.Where(run => run >= occasion && run <= occasion.AddDays(30)).Select(run => (DateOnly?)run).FirstOrDefault() is { } on)
            {
                expected.AddRange(opened.Where(deal => deal.Value.Open && deal.Value.On <= occasion).Select(deal => (deal.Key, months, on)));
            }
        }

        Assert.Equal(expected.Order(), (await rig.RequestsAsync()).Select(request => (request.DealId, request.Months, request.AskedOn)).Order());
        var companies = expected.Select(one => (one.Months, opened[one.Deal].Consultation <= 2)).Distinct().Count();
        Assert.Equal(companies, letters.Count);
        await Recorded.AssertTotalsAsync(rig.Database);
    }
}
