namespace TradeMission.Web.Data.Samples;

/// <summary>Section SampleData of the configuration; looked at in Development only.</summary>
public sealed class SampleDataSettings
{
    public const string Section = "SampleData";

    /// <summary>Whether an empty database is filled at start.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Of all sample users.</summary>
    public string Password { get; set; } = "trade-mission-2026";
}
