namespace TradeMission.Domain.Deals;

/// <summary>What the stages have in common.</summary>
public static class DealStages
{
    /// <summary>The six stages of the ladder, from the bottom.</summary>
    public static IReadOnlyList<DealStage> Ladder { get; } =
        [DealStage.Pursued, DealStage.Committed, DealStage.Signed, DealStage.AdvanceReceived, DealStage.Shipped, DealStage.Paid];

    /// <summary>Says what the contract is worth: the latest of these is the contract amount.</summary>
    public static bool IsContract(this DealStage stage) => stage is DealStage.Pursued or DealStage.Committed or DealStage.Signed;

    /// <summary>Money or goods that moved under the contract: there may be several of each, they add up among themselves.</summary>
    public static bool IsMovement(this DealStage stage) => stage is DealStage.AdvanceReceived or DealStage.Shipped or DealStage.Paid;

    /// <summary>A side exit, which ends the deal until a later step revives it.</summary>
    public static bool IsExit(this DealStage stage) => stage is DealStage.OnHold or DealStage.Lost;
}
