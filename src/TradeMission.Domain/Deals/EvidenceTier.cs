namespace TradeMission.Domain.Deals;

/// <summary>What stands behind a figure, weakest first (DOMAIN: evidence tier).</summary>
public enum EvidenceTier
{
    /// <summary>담당자 기록: the officer's word. A figure that the company disputes stays here until that is settled.</summary>
    Recorded,

    /// <summary>기업 확인: the company's word.</summary>
    Confirmed,

    /// <summary>증빙 확인: a file, such as a contract, a remittance or an export declaration.</summary>
    Documented,
}
