using System.Runtime.CompilerServices;

namespace TradeMission.Web.Tests;

/// <summary>Dozens of portals run at once here. Each would take watchers of the operating system, of which a machine has few; nothing that they watch changes in a test.</summary>
internal static class FileWatching
{
    [ModuleInitializer]
    public static void ByPolling()
    {
        Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
        Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
    }
}
