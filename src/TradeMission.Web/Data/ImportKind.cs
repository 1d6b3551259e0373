namespace TradeMission.Web.Data;

/// <summary>What the rows of a spreadsheet become.</summary>
public enum ImportKind
{
    Consultations,
    Buyers,
    Companies,
}
