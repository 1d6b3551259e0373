namespace TradeMission.Web.Infrastructure;

/// <summary>How long to wait after a failure: twice as long each time, up to a limit.</summary>
public static class Backoff
{
    private const int MostDoublings = 30;

    /// <param name="failures">So far, at least 1.</param>
    public static TimeSpan After(int failures, TimeSpan first, TimeSpan longest)
    {
        var pause = first * (1L << Math.Clamp(failures - 1, 0, MostDoublings));
        return pause < longest ? pause : longest;
    }
}
