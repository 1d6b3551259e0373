namespace TradeMission.Browser.Tests;

/// <summary>A theory that needs Chromium: without one it is skipped, and the reason says how to get it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (ChromiumExecutable.Path is null)
        {
            Skip = ChromiumExecutable.HowToGetIt;
        }
    }
}
