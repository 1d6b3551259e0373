namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Section Files of the configuration.</summary>
public sealed class FileSettings
{
    /// <summary>Where files that people add are kept; relative to the content root, and never below the web root.</summary>
    public string Folder { get; set; } = "App_Data/files";
}
