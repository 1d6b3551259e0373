namespace TradeMission.Web.Data;

/// <summary>Section Database of the configuration.</summary>
public sealed class DatabaseSettings
{
    /// <summary>Sqlite or SqlServer.</summary>
    public string Provider { get; set; } = "Sqlite";

    public SqlServerSettings SqlServer { get; set; } = new();
}
