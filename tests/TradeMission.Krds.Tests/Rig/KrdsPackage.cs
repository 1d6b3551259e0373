using AngleSharp.Dom;

namespace TradeMission.Krds.Tests.Rig;

/// <summary>The design system as npm restored it for the site.</summary>
internal static class KrdsPackage
{
    private const string Site = "src/TradeMission.Web";

    /// <summary>One of the examples that the design system gives of its components.</summary>
    public static IElement Example(string name) => Page.Parse(Read($"node_modules/krds-uiux/html/code/{name}.html"));

    public static string Styles => Read("node_modules/krds-uiux/resources/css/component/output.css");

    /// <summary>Our own layer on it.</summary>
    public static string PortalStyles => Read("wwwroot/css/portal.css");

    private static string Read(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Site, path);
            if (File.Exists(file))
                return File.ReadAllText(file);
        }

        throw new FileNotFoundException($"{Site}/{path} is not there. The build of this project restores it with npm: build it first.");
    }
}
