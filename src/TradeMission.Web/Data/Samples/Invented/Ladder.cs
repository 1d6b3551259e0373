using TradeMission.Domain;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>What becomes of a contract that was pursued at the table: most of it nothing yet, some of it more, a little of it money.</summary>
internal static class Ladder
{
    /// <summary>Opens the deal that was talked about at the table.</summary>
    public static void Open(Consultation consultation, Valued pursued, DateOnly expectedOn, Likelihood likelihood)
    {
        var author = new Author(consultation.LoggedById, consultation.LoggedByName, false, consultation.LoggedAt);
        var deal = consultation.OpenDeal(new StepDraft(DealStage.Pursued, pursued, consultation.HeldOn, expectedOn, likelihood), author, consultation.HeldOn);
        deal.Follow(consultation.LoggedByName, expectedOn);
    }

    /// <summary>What followed by the day that sample data is told on.</summary>
    public static IReadOnlyList<Rung> Of(Deal deal, Register register, Dice dice)
    {
        var consultation = deal.Consultation;
        var first = deal.Steps[0].Value!;
        var day = consultation.HeldOn;
        var likely = deal.Likelihood == Likelihood.High ? 0.62 : 0.34;
        var figure = first.Amount;
        var climbed = new List<Rung>();
        (DealStage Stage, double Chance, int Days, decimal Share)[] rungs =
        [
            (DealStage.Committed, likely, 12, 0.9m),
            (DealStage.Signed, 0.62, 35, 0.95m),
            (DealStage.AdvanceReceived, 0.75, 20, 0.3m),
            (DealStage.Shipped, 0.8, 45, 0.6m),
            (DealStage.Paid, 0.7, 30, 0.7m),
        ];
        foreach (var (stage, chance, days, share) in rungs)
        {
            day = day.AddDays(3 + dice.Below(days));
            if (!dice.Chance(chance) || day > Conversation.Today)
            {
                return [.. climbed, .. End(deal, day, dice)];
            }

            figure = stage.IsContract() ? Rounded(figure * share) : figure;
            var amount = stage.IsContract() ? figure : Rounded(figure * share);
            var byCompany = dice.Chance(0.35);
            var money = new Money(amount, first.Currency);
            var rate = first.Rate is null ? null : register.Rates.On(first.Currency, day) ?? first.Frozen;
            climbed.Add(new Rung(new StepDraft(stage, new Valued(money, rate), day, Note: byCompany ? "기업이 알려 옴" : null), AuthorOf(consultation, day, byCompany ? register : null)));
        }

        return climbed;
    }

    /// <summary>Some of what does not go on is given up, or waits.</summary>
    private static IEnumerable<Rung> End(Deal deal, DateOnly day, Dice dice)
    {
        var (stage, reason) = dice.Share() switch
        {
            < 0.10 => (DealStage.Lost, "가격 차이를 좁히지 못해 바이어가 다른 거래처를 택함"),
            < 0.17 => (DealStage.OnHold, "현지 수입 등록이 끝날 때까지 기다리기로 함"),
            _ => (DealStage.Pursued, ""),
        };
        return reason.Length > 0 && day <= Conversation.Today ? [new Rung(new StepDraft(stage, null, day, Reason: reason), AuthorOf(deal.Consultation, day, null))] : [];
    }

    /// <param name="companies">Where the company itself says so.</param>
    private static Author AuthorOf(Consultation consultation, DateOnly day, Register? companies)
    {
        var at = day.ToDateTime(new TimeOnly(1, 20), DateTimeKind.Utc);
        return companies is null
            ? new Author(consultation.LoggedById, consultation.LoggedByName, false, at)
            : new Author(null, companies.Companies.Values.First(company => company.Company.Id == consultation.Participation.CompanyId).Company.NameKo, true, at);
    }

    /// <summary>As contracts are written: no cents.</summary>
    private static decimal Rounded(decimal amount) => decimal.Round(amount / 10m) * 10m;
}
