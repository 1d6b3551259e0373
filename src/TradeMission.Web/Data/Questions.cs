namespace TradeMission.Web.Data;

/// <summary>Servers take about two thousand parameters.</summary>
public static class Questions
{
    /// <summary>Keys in one question.</summary>
    public const int Together = 500;

    /// <summary>Keys, as many at a time as one question may hold.</summary>
    public static IEnumerable<TKey[]> InQuestions<TKey>(this IEnumerable<TKey> keys) => keys.Chunk(Together);
}
