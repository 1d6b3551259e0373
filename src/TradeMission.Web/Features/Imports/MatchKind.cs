namespace TradeMission.Web.Features.Imports;

/// <summary>How a row stands to the records that are there.</summary>
public enum MatchKind
{
    Existing,
    New,

    /// <summary>Probably one that is there: somebody has to say.</summary>
    Probable,
}
