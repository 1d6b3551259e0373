namespace TradeMission.Browser.Tests;

/// <summary>The Chromium on this machine: <c>CHROMIUM_PATH</c> first, then where systems usually put it.</summary>
internal static class ChromiumExecutable
{
    private const string Variable = "CHROMIUM_PATH";

    public static string? Path { get; } = Find();

    public static string HowToGetIt => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? $"{Variable} names {named}, which is not there."
        : $"No Chromium found: install one (Debian: apt install chromium; Windows and macOS: Google Chrome or Microsoft Edge) or name it in {Variable}.";

    private static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
        ? new[] { named }.FirstOrDefault(File.Exists)
        : UsualPlaces().FirstOrDefault(File.Exists);

    private static IEnumerable<string> UsualPlaces()
    {
        if (OperatingSystem.IsWindows())
        {
            return from folder in new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData }
                   from program in new[] { "Chromium/Application/chrome.exe", "Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe" }
                   select System.IO.Path.Combine(Environment.GetFolderPath(folder), program);
        }
        return
        [
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/opt/google/chrome/chrome",
            "/snap/bin/chromium",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        ];
    }
}
