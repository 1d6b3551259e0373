namespace TradeMission.Domain.Deals;

/// <summary>The figures that stored totals split by evidence tier.</summary>
public enum TotalFigure
{
    /// <summary>상담액 of consultations that have one.</summary>
    ConsultationValue,

    /// <summary>Contract amounts of open deals that stand at this stage. The six of them add up to the contract value.</summary>
    ContractPursued,
    ContractCommitted,
    ContractSigned,
    ContractAdvanceReceived,
    ContractShipped,
    ContractPaid,

    /// <summary>Contract amounts of deals that are on hold; in no contract value.</summary>
    ContractOnHold,

    /// <summary>Contract amounts of deals that were lost; in no contract value.</summary>
    ContractLost,

    /// <summary>Money received in advance, over all deals.</summary>
    AdvanceReceived,

    /// <summary>Goods shipped, over all deals.</summary>
    Shipped,

    /// <summary>Money received after delivery, over all deals.</summary>
    Paid,
}
