using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Deals;

/// <summary>
/// 계약 건: what a consultation leads to. An append-only ladder of steps; what it stands for at the moment is worked out from the steps that stand, each time
/// one is added, and kept beside them.
/// </summary>
public sealed class Deal : Entity, IPartOf
{
    /// <summary>So many days without news make a deal quiet.</summary>
    public const int QuietDays = 90;

    private readonly List<DealStep> steps = [];
    private readonly List<NewsRequest> newsRequests = [];

    public long ConsultationId { get; private set; }

    public Consultation Consultation { get; private init; } = null!;

    /// <summary>The consultation's own; a consultation never changes its mission.</summary>
    public long MissionId { get; private set; }

    public Mission Mission { get; private init; } = null!;

    public IReadOnlyList<DealStep> Steps => steps;

    /// <summary>The furthest stage reached; null when every step was withdrawn.</summary>
    public DealStage? Stage { get; private set; }

    public DealState State { get; private set; }

    /// <summary>The contract amount as recorded: of the latest contract step. Null where only money or goods moved.</summary>
    public decimal? ContractAmount { get; private set; }

    /// <summary>ISO 4217 of <see cref="ContractAmount"/>.</summary>
    public string? ContractCurrency { get; private set; }

    /// <summary>The contract amount in the mission's base currency, not rounded; null where a rate is missing or nothing stands.</summary>
    public decimal? ContractBase { get; private set; }

    /// <summary>There is no contract step: the amount is the larger of what was received and what was shipped.</summary>
    public bool IsAtLeast { get; private set; }

    public EvidenceTier Tier { get; private set; }

    /// <summary>1 where the contract amount is left out, wholly or in part, because a rate is missing.</summary>
    public int WithoutRate { get; private set; }

    /// <summary>Of the latest pursued step, while nothing has come of it yet.</summary>
    public DateOnly? ExpectedOn { get; private set; }

    public Likelihood? Likelihood { get; private set; }

    /// <summary>When it was last heard of: the latest recording of a step, or news that nothing is new. Day in the office.</summary>
    public DateOnly LastNewsOn { get; private set; }

    /// <summary>Who follows it up.</summary>
    public string? Owner { get; private set; }

    /// <summary>When to follow it up.</summary>
    public DateOnly? DueOn { get; private set; }

    public IReadOnlyList<NewsRequest> NewsRequests => newsRequests;

    /// <summary>Whether there is news to wait for: it is open and not paid in full.</summary>
    public bool AwaitsNews => State == DealState.Open && Stage is not (null or DealStage.Paid);

    /// <summary>When its company was last asked for news, while it has not answered; null otherwise. Needs <see cref="NewsRequests"/>.</summary>
    public DateOnly? UnansweredOn => newsRequests.Where(request => request.Letters > 0 && request.AskedOn > LastNewsOn).Max(request => (DateOnly?)request.AskedOn);

    /// <summary>The earliest and the latest day of the rates behind its standing amounts; null in the base currency.</summary>
    public DateOnly? RatesFrom { get; private set; }

    public DateOnly? RatesTo { get; private set; }

    /// <summary>The steps that stand, in the order of their days.</summary>
    public IEnumerable<DealStep> Standing => InOrder(steps.Where(step => step.Stands));

    /// <summary>What it adds to contract values: by the stage it stands at while it is open, beside them while it is on hold or lost.</summary>
    public FigureShare? Share => Stage is not { } stage ? null : new FigureShare(
        State switch { DealState.OnHold => TotalFigure.ContractOnHold, DealState.Lost => TotalFigure.ContractLost, _ => TotalFigure.ContractPursued + (int)stage },
        Tier, ContractBase ?? 0m, WithoutRate);

    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => [(typeof(Consultation), ConsultationId)];

    internal static Deal Open(Consultation consultation, StepDraft first, Author author, DateOnly today)
    {
        if (Refusal(consultation, first, today) is { } refusal)
        {
            throw new DomainException($"Consultation {consultation.Id}: {first.Stage} on {first.On} opens no deal: {refusal}");
        }

        var deal = new Deal { Consultation = consultation, ConsultationId = consultation.Id, Mission = consultation.Mission, MissionId = consultation.MissionId };
        deal.Add(first, author, today);
        return deal;
    }

    /// <summary>Why the step cannot open a deal, or null when it can.</summary>
    public static DealRefusal? Refusal(Consultation consultation, StepDraft first, DateOnly today) =>
        first.Stage.IsExit() ? DealRefusal.DealHasEnded : new Deal { Consultation = consultation }.Refusal(first, null, today);

    /// <summary>Why the step cannot be added, or stand in the place of <paramref name="corrected"/>; null when it can.</summary>
    public DealRefusal? Refusal(StepDraft draft, DealStep? corrected, DateOnly today)
    {
        if (corrected is { Stands: false })
        {
            return DealRefusal.AlreadyCorrected;
        }

        if (draft.Value is null or { Amount: 0 } && !draft.Stage.IsExit())
        {
            return DealRefusal.AmountMissing;
        }

        if ((draft.Stage.IsExit() || draft.Revives || corrected is not null) && string.IsNullOrWhiteSpace(draft.Reason))
        {
            return DealRefusal.ReasonMissing;
        }

        // A consultation whose day was put right later must not shut its steps against correction.
        if (!Consultation.DayUnknown && draft.On < Consultation.HeldOn && draft.On != corrected?.On)
        {
            return DealRefusal.BeforeConsultation;
        }

        if (draft.On > today.AddDays(1))
        {
            return DealRefusal.InTheFuture;
        }

        var place = corrected?.Place ?? int.MaxValue;
        return Contradiction(
            [.. Standing.Where(step => step != corrected).Select(step => (step.On, step.Place, step.Stage, step.Revives))
                .Append((draft.On, place, draft.Stage, draft.Revives)).OrderBy(step => step.On).ThenBy(step => step.Item2)]);
    }

    /// <summary>Why the step cannot be taken away; null when it can. One that took the deal up again stays as long as others stand on it.</summary>
    public DealRefusal? WithdrawalRefusal(DealStep step, string? reason) =>
        !step.Stands ? DealRefusal.AlreadyCorrected
        : string.IsNullOrWhiteSpace(reason) ? DealRefusal.ReasonMissing
        : Contradiction(Standing.Where(other => other != step).Select(other => (other.On, other.Place, other.Stage, other.Revives)));

    /// <exception cref="DomainException">The step cannot stand; ask <see cref="Refusal(StepDraft, DealStep?, DateOnly)"/> first.</exception>
    public DealStep Add(StepDraft draft, Author author, DateOnly today) => Append(draft, null, author, today);

    /// <summary>Puts a step in the place of another, which is shown struck through from then on.</summary>
    /// <exception cref="DomainException">The step cannot stand; ask <see cref="Refusal(StepDraft, DealStep?, DateOnly)"/> first.</exception>
    public DealStep Correct(DealStep step, StepDraft draft, Author author, DateOnly today) => Append(draft, step, author, today);

    /// <summary>Takes a step away that should never have been there.</summary>
    /// <exception cref="DomainException">It cannot go; ask <see cref="WithdrawalRefusal"/> first.</exception>
    public DealStep Withdraw(DealStep step, string reason, Author author, DateOnly today)
    {
        if (WithdrawalRefusal(step, reason) is { } refusal)
        {
            throw new DomainException($"Deal {Id}: step {step.Number} cannot be withdrawn: {refusal}");
        }

        var withdrawal = DealStep.Withdrawing(this, steps.Count + 1, step, reason, author);
        step.Strike();
        steps.Add(withdrawal);
        LastNewsOn = today;
        Restate();
        return withdrawal;
    }

    /// <summary>The company's answer, or its end, on a step's figure.</summary>
    public void Take(DealStep step, FigureState answer)
    {
        step.Take(answer);
        Restate();
    }

    public void Attach(DealStep step, EvidenceFile file)
    {
        step.Attach(file);
        Restate();
    }

    public void Detach(DealStep step, EvidenceFile file)
    {
        step.Detach(file);
        Restate();
    }

    /// <summary>Gives a step that had none the rate of its day.</summary>
    /// <exception cref="DomainException">It has a rate, which never changes.</exception>
    public void Rate(DealStep step, FrozenRate rate)
    {
        if (step.Value is not { Rate: null } value)
        {
            throw new DomainException($"Deal {Id}: step {step.Number} needs no rate");
        }

        step.Rate(new Valued(value.Money, rate));
        Restate();
    }

    /// <summary>Who follows it up, and when.</summary>
    public void Follow(string? owner, DateOnly? dueOn)
    {
        Owner = owner;
        DueOn = dueOn;
    }

    /// <summary>Somebody asked, and nothing is new.</summary>
    public void Heard(DateOnly today) => LastNewsOn = today;

    /// <summary>Notes that its company is asked for news. Needs <see cref="NewsRequests"/>.</summary>
    /// <param name="months">The occasion.</param>
    /// <param name="letters">To how many people; 0 where there is no address.</param>
    /// <exception cref="DomainException">It was asked on this occasion already, or there is nothing to ask for.</exception>
    public void Ask(int months, DateOnly today, int letters)
    {
        var before = newsRequests.Find(request => request.Months == months);
        if (!AwaitsNews || before is { Letters: > 0 })
        {
            throw new DomainException($"Deal {Id}: it is not asked for news at {months} months");
        }

        if (before is null)
        {
            newsRequests.Add(NewsRequest.Of(this, months, today, letters));
        }
        else if (letters > 0)
        {
            before.Reach(today, letters);
        }
    }

    private DealStep Append(StepDraft draft, DealStep? corrected, Author author, DateOnly today)
    {
        if (Refusal(draft, corrected, today) is { } refusal)
        {
            throw new DomainException($"Deal {Id}: {draft.Stage} on {draft.On}: {refusal}");
        }

        var step = DealStep.Of(this, steps.Count + 1, draft, author, corrected);
        corrected?.Strike();
        steps.Add(step);
        LastNewsOn = today;
        Restate();
        return step;
    }

    /// <summary>What a row of steps in the order of their days contradicts, or null.</summary>
    private static DealRefusal? Contradiction(IEnumerable<(DateOnly On, int Place, DealStage Stage, bool Revives)> inOrder)
    {
        var contract = DealStage.Pursued;
        bool ended = false, paid = false;
        foreach (var (_, _, stage, revives) in inOrder)
        {
            if (ended && !stage.IsExit() && !revives)
            {
                return DealRefusal.DealHasEnded;
            }

            if (paid && !stage.IsMovement())
            {
                return DealRefusal.DealIsPaid;
            }

            if (stage.IsContract())
            {
                if (stage < contract)
                {
                    return DealRefusal.StageGoesBack;
                }

                contract = stage;
            }

            ended = stage.IsExit();
            paid |= stage == DealStage.Paid;
        }

        return null;
    }

    private void Restate()
    {
        var standing = Standing.ToList();
        var ladder = standing.Where(step => !step.Stage.IsExit()).ToList();
        Stage = ladder.Count == 0 ? null : ladder.Max(step => step.Stage);
        State = standing.Count == 0 ? DealState.Open : standing[^1].Stage switch { DealStage.OnHold => DealState.OnHold, DealStage.Lost => DealState.Lost, _ => DealState.Open };
        var contract = ladder.LastOrDefault(step => step.Stage.IsContract());
        if (contract is not null)
        {
            StateContract(contract.Value!.Amount, contract.Value.Currency, contract.Value.BaseAmount, contract.Tier, contract.Value.BaseAmount is null ? 1 : 0);
        }
        else
        {
            StateAtLeast(ladder);
        }

        IsAtLeast = contract is null && ladder.Count > 0;
        var pursued = contract is { Stage: DealStage.Pursued } ? contract : null;
        (ExpectedOn, Likelihood) = (pursued?.ExpectedOn, pursued?.Likelihood);
        RatesFrom = ladder.Min(step => step.RatedOn);
        RatesTo = ladder.Max(step => step.RatedOn);
    }

    /// <summary>The larger of what was received and what was shipped; its evidence is that of its weakest part.</summary>
    private void StateAtLeast(List<DealStep> movements)
    {
        var goods = movements.Where(step => step.Stage == DealStage.Shipped).ToList();
        var money = movements.Where(step => step.Stage != DealStage.Shipped).ToList();
        var larger = Sum(goods) > Sum(money) || money.Count == 0 ? goods : money;
        if (larger.Count == 0)
        {
            StateContract(null, null, null, EvidenceTier.Recorded, 0);
            return;
        }

        var currency = larger.Select(step => step.Value!.Currency).Distinct().Count() == 1 ? larger[0].Value!.Currency : null;
        StateContract(
            currency is null ? null : larger.Sum(step => step.Value!.Amount), currency,
            larger.All(step => step.Value!.BaseAmount is null) ? null : Sum(larger),
            larger.Min(step => step.Tier),
            movements.Any(step => step.Value!.BaseAmount is null) ? 1 : 0);

        static decimal Sum(List<DealStep> steps) => steps.Sum(step => step.Value!.BaseAmount ?? 0m);
    }

    private void StateContract(decimal? amount, string? currency, decimal? inBase, EvidenceTier tier, int withoutRate) =>
        (ContractAmount, ContractCurrency, ContractBase, Tier, WithoutRate) = (amount, currency, inBase, tier, withoutRate);

    private static IEnumerable<DealStep> InOrder(IEnumerable<DealStep> steps) => steps.OrderBy(step => step.On).ThenBy(step => step.Place);
}
