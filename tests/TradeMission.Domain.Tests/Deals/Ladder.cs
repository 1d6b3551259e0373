using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Tests.Deals;

/// <summary>A consultation of 3 November 2026 and what leads on from it, twenty days later.</summary>
internal static class Ladder
{
    public static readonly DateOnly Held = new(2026, 11, 3);
    public static readonly DateOnly Today = Held.AddDays(20);

    public static readonly Author Officer = new(1, "김담당", false, new DateTime(2026, 11, 23, 1, 0, 0, DateTimeKind.Utc));
    public static readonly Author Company = new(2, "박알파", true, new DateTime(2026, 11, 23, 2, 0, 0, DateTimeKind.Utc));

    public static Consultation Consultation(Valued? value = null, bool dayUnknown = false) => new()
    {
        ClientId = Guid.Empty,
        MissionId = 1,
        StopId = 1,
        ParticipationId = 1,
        BuyerId = 1,
        HeldOn = Held,
        DayUnknown = dayUnknown,
        Value = value,
        LoggedByName = "김담당",
        LoggedAt = new DateTime(2026, 11, 3, 1, 0, 0, DateTimeKind.Utc),
    };

    /// <summary>The first opens the deal, the others follow; all by the officer.</summary>
    public static Deal Of(params StepDraft[] drafts)
    {
        var deal = Consultation().OpenDeal(drafts[0], Officer, Today);
        foreach (var draft in drafts[1..])
        {
            deal.Add(draft, Officer, Today);
        }

        return deal;
    }

    /// <summary>So many US dollars, so many days after the consultation; a side exit has a reason in their place.</summary>
    public static StepDraft Step(DealStage stage, decimal dollars, int day) =>
        stage.IsExit() ? new StepDraft(stage, null, Held.AddDays(day), Reason: "바이어 사정") : new StepDraft(stage, Usd(dollars), Held.AddDays(day));

    public static StepDraft Corrected(this StepDraft draft) => draft with { Reason = "잘못 적음" };

    public static StepDraft Reviving(this StepDraft draft) => draft with { Revives = true, Reason = "다시 주문함" };

    public static Valued Usd(decimal amount) => new(new Money(amount, "USD"), FrozenRate.Same(Held));

    public static Valued Eur(decimal amount, decimal rate, int day = 0) => new(new Money(amount, "EUR"), new FrozenRate(rate, Held.AddDays(day), "한국은행"));

    public static Valued WithoutRate(decimal amount) => new(new Money(amount, "KRW"), null);

    public static EvidenceFile File(DealStep step) => new()
    {
        DealStep = step,
        Key = Guid.Empty,
        StoredAs = "00/00",
        FileName = "계약서.pdf",
        ContentType = "application/pdf",
        Size = 1,
        Sha256 = "00",
        AddedByName = "김담당",
        AddedAt = Officer.At,
    };
}
