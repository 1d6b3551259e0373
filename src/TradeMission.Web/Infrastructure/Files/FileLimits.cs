namespace TradeMission.Web.Infrastructure.Files;

/// <summary>How much of a file is taken, and how much of what is packed in it.</summary>
public static class FileLimits
{
    public const int LargestInMegabytes = 20;

    /// <summary>Of a file as it is sent, in bytes.</summary>
    public const long Largest = LargestInMegabytes * 1024 * 1024;

    /// <summary>Of all that a ZIP unpacks to, in bytes.</summary>
    public const long LargestUnpacked = 10 * Largest;

    /// <summary>Parts in a ZIP; a long presentation has hundreds.</summary>
    public const int MostParts = 5_000;

    /// <summary>Bytes unpacked for each one packed. Tables of a worksheet reach a few dozen.</summary>
    public const int SteepestRatio = 100;

    /// <summary>Parts up to this size may be as steep as they like: they do no harm.</summary>
    public const long HarmlessPart = 1024 * 1024;

    /// <summary>Characters of a file's name.</summary>
    public const int LongestName = 200;
}
