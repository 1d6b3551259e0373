namespace TradeMission.Browser.Tests;

/// <summary>A fact that needs Chromium: without one it is skipped, and the reason says how to get it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (ChromiumExecutable.Path is null)
        {
            Skip = ChromiumExecutable.HowToGetIt;
        }
    }
}
