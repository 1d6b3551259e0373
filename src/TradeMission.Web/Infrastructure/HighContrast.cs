namespace TradeMission.Web.Infrastructure;

/// <summary>?contrast=high|normal: KRDS's high-contrast mode.</summary>
public static class HighContrast
{
    public const string Name = "contrast";

    public static bool IsOn(HttpRequest request) => (request.Query[Name].FirstOrDefault() ?? request.Cookies[Name]) == "high";
}
