using System.Text.RegularExpressions;

namespace TradeMission.Web.Tests.Repository;

/// <summary>What the compiler cannot hold: which files belong here, and that what is said of them is true.</summary>
public partial class RepositoryTests
{
    private const int LongestFile = 400;

    [Fact]
    public void Files_FromOthers_AreNotCommitted() =>
        Assert.Empty(WorkingCopy.Files.Where(file => FromOthers().IsMatch(file)));

    [Fact]
    public void LockFiles_NameNoAddress()
    {
        var locks = WorkingCopy.Files.Where(file => LockFile().IsMatch(file)).ToList();

        Assert.Contains("src/TradeMission.Web/package-lock.json", locks);
        Assert.Empty(locks.Where(file => Address().IsMatch(WorkingCopy.Read(file))));
    }

    [Fact]
    public void Domain_References_NoPackage() =>
        Assert.DoesNotContain("PackageReference", WorkingCopy.Read("src/TradeMission.Domain/TradeMission.Domain.csproj"), StringComparison.Ordinal);

    /// <summary>The analyzer that bans them is a package, so it does not reach the projects that have none.</summary>
    [Fact]
    public void Source_WithoutAnalyzer_ReadsNoAmbientClock() =>
        Assert.Empty(Source("src/TradeMission.Domain/", "src/TradeMission.Krds/").Where(file => AmbientClock().IsMatch(WorkingCopy.Read(file))));

    [Fact]
    public void Source_Files_StayReadable() =>
        Assert.Empty(Source("src/", "tests/").Where(file => WorkingCopy.CountLines(file) > LongestFile));

    [Fact]
    public void Readme_TestCommand_IsWhatContinuousIntegrationRuns()
    {
        var told = TestCommand().Match(WorkingCopy.Read("README.md"));
        var run = TestCommand().Match(WorkingCopy.Read(".ci/run"));

        Assert.True(told.Success);
        Assert.Equal(told.Value.Trim(), run.Value.Trim());
    }

    private static IEnumerable<string> Source(params string[] folders) => WorkingCopy.Files.Where(file =>
        file.EndsWith(".cs", StringComparison.Ordinal)
        && !file.Contains("/Migrations/", StringComparison.Ordinal)
        && folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal)));

    [GeneratedRegex(@"(^|/)(node_modules|bin|obj)/|/wwwroot/lib/|\.(woff2?|ttf|otf|dll|exe)$|\.min\.(js|css)$")]
    private static partial Regex FromOthers();

    [GeneratedRegex(@"(^|/)packages?[.-]lock\.json$")]
    private static partial Regex LockFile();

    [GeneratedRegex(@"""resolved"":\s*""[^""]*://")]
    private static partial Regex Address();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    private static partial Regex AmbientClock();

    [GeneratedRegex(@"^dotnet test[^#<|\r\n]*", RegexOptions.Multiline)]
    private static partial Regex TestCommand();
}
