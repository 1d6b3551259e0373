namespace TradeMission.Browser.Tests;

/// <summary>The portal's clock: the real one, until a test puts it forward.</summary>
public sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
