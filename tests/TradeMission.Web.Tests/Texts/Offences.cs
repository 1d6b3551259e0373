namespace TradeMission.Web.Tests.Texts;

internal static class Offences
{
    /// <summary>Fails with all of them, a line each.</summary>
    public static void None<T>(IEnumerable<T> offences)
    {
        var all = offences.ToList();
        Assert.True(all.Count == 0, $"{all.Count}:\n{string.Join('\n', all)}");
    }
}
