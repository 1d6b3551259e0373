namespace TradeMission.Domain.Deals;

/// <summary>The ladder of a deal (DOMAIN: Deal), in order, and its two side exits.</summary>
public enum DealStage
{
    /// <summary>계약추진: a contract is being pursued. A plan, not a contract.</summary>
    Pursued,

    /// <summary>수출확약(MOU).</summary>
    Committed,

    /// <summary>계약체결.</summary>
    Signed,

    /// <summary>선수금 수령: money moved under the contract, before delivery.</summary>
    AdvanceReceived,

    /// <summary>선적·통관: goods moved under the contract.</summary>
    Shipped,

    /// <summary>대금완료: the rest of the money moved.</summary>
    Paid,

    /// <summary>보류, with a reason.</summary>
    OnHold,

    /// <summary>무산, with a reason.</summary>
    Lost,
}
