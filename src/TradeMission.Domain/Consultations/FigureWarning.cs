namespace TradeMission.Domain.Consultations;

/// <summary>What looks odd about a consultation's figures.</summary>
public enum FigureWarning
{
    ContractAboveConsultation,

    /// <summary>A pursued contract is usually 15 to 50 % of the consultation value.</summary>
    PursuedOutsideUsualShare,

    /// <summary>The consultation value is more than ten times, or less than a tenth, of what is usual on the mission.</summary>
    ValueFarOff,
}
