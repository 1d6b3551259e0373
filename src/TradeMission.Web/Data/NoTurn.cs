namespace TradeMission.Web.Data;

/// <summary>Nothing to wait for.</summary>
internal sealed class NoTurn : IDisposable
{
    public static NoTurn Instance { get; } = new();

    public void Dispose()
    {
    }
}
