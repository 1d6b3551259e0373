namespace TradeMission.Web.Features.Imports;

/// <summary>What a long import is doing.</summary>
public enum ImportStage
{
    Reading,
    Checking,
    Saving,
}
