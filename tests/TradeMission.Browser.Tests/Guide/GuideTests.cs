using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TradeMission.Browser.Tests.Access;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Browser.Tests.Guide;

/// <summary>
/// The pictures of docs/guide, taken from the sample data. This keeps them as they are:
/// <code>TRADEMISSION_PICTURES=docs/guide/img dotnet test tests/TradeMission.Browser.Tests --filter Pictures</code>
/// Without the variable they go to a folder that is thrown away, and only what the guides say of them is checked.
/// </summary>
[Collection(BrowserCollection.Name)]
public partial class GuideTests(Chromium chromium, Portal portal)
{
    private const string Variable = "TRADEMISSION_PICTURES";
    private const int MostBytes = 300_000;

    private sealed record Picture(string Name, Role Reader, string Address, int Width, int Height);

    [BrowserFact]
    public async Task Pictures_AreTakenForEveryGuide()
    {
        var ids = await SampleIds.OfAsync(portal);
        var temporary = Directory.CreateTempSubdirectory("trademission-pictures-");
        var folder = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } kept ? Path.Combine(Root, kept) : temporary.FullName;
        Directory.CreateDirectory(folder);
        var taken = new List<string>();
        foreach (var picture in Pictures(ids))
        {
            foreach (var language in new[] { "ko", "en" })
            {
                var file = $"{picture.Name}.{language}.png";
                var page = await chromium.NewPageAsync(portal, width: picture.Width, height: picture.Height, email: ids.PersonOf(picture.Reader));
                await page.GotoAsync($"{picture.Address}?culture={language}&contrast=normal");
                await page.EvaluateAsync("() => document.fonts.ready");
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, file), Caret = ScreenshotCaret.Hide });
                await page.Context.CloseAsync();
                Assert.InRange(new FileInfo(Path.Combine(folder, file)).Length, 5_000, MostBytes);
                taken.Add(file);
            }
        }

        temporary.Delete(recursive: true);
        Assert.Equal(taken.Order(), Shown().Order());
        Assert.Equal(taken.Order(), Directory.EnumerateFiles(Path.Combine(Root, "docs/guide/img")).Select(file => Path.GetFileName(file)).Order());
    }

    private static IEnumerable<Picture> Pictures(SampleIds ids) =>
    [
        new("officer-mission", Role.Officer, $"/missions/{ids.Of("missions")}", 1200, 900),
        new("officer-entry", Role.Officer, $"/missions/{ids.Of("missions")}/consultations/new", 420, 900),
        new("company-mission", Role.Company, $"/my/missions/{ids.Of("missions")}", 1200, 900),
        new("manager-dashboard", Role.Manager, "/dashboard", 1200, 900),
        new("manager-report", Role.Manager, $"/missions/{ids.Of("missions")}/report", 1000, 1200),
        new("administrator-users", Role.Administrator, "/admin/users", 1200, 700),
        new("administrator-totals", Role.Administrator, "/admin/totals", 1200, 700),
    ];

    /// <summary>What the guides show.</summary>
    private static IEnumerable<string> Shown() => Directory.EnumerateFiles(Path.Combine(Root, "docs/guide"), "*.md")
        .SelectMany(guide => Image().Matches(File.ReadAllText(guide))).Select(image => image.Groups[1].Value).Distinct();

    private static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TradeMission.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No TradeMission.sln above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"!\[[^\]]+\]\(img/([^)]+)\)")]
    private static partial Regex Image();
}
