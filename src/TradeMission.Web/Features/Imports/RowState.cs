namespace TradeMission.Web.Features.Imports;

/// <summary>How a row of a preview stands; the first that holds.</summary>
public enum RowState
{
    Problem,

    /// <summary>Somebody has to say which record is meant.</summary>
    Question,
    Warning,
    Good,

    /// <summary>The record is there already.</summary>
    There,
    LeftOut,
}
