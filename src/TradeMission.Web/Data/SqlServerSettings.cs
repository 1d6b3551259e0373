namespace TradeMission.Web.Data;

/// <summary>What differs between servers that speak SQL Server's protocol.</summary>
public sealed class SqlServerSettings
{
    /// <summary>Statements sent together; null leaves it to the provider.</summary>
    public int? MaxBatchSize { get; set; }

    /// <summary>150 to 160: 170 turns on a JSON type that only the newest servers know.</summary>
    public int CompatibilityLevel { get; set; } = 150;
}
