using System.Diagnostics;

namespace TradeMission.Web.Tests.Repository;

/// <summary>The clone that the tests were built from.</summary>
internal static class WorkingCopy
{
    public static string Root { get; } = FindRoot();

    /// <summary>What is committed or about to be: paths from the root, with slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = ListFiles();

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static int CountLines(string file) => File.ReadLines(Path.Combine(Root, file)).Count();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TradeMission.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No TradeMission.sln above {AppContext.BaseDirectory}.");
        }
        return folder.FullName;
    }

    private static List<string> ListFiles()
    {
        // A clone made by another user is still ours to read.
        string[] arguments = ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"];
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Root, RedirectStandardOutput = true })!;
        var listed = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        return git.ExitCode == 0
            ? [.. listed.Where(file => File.Exists(Path.Combine(Root, file)))]
            : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}.");
    }
}
