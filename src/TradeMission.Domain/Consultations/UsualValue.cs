namespace TradeMission.Domain.Consultations;

/// <summary>What consultation values of a mission usually are, to notice one that is far off: a slip of a unit is a factor of ten or more.</summary>
/// <param name="Median">In base currency.</param>
/// <param name="Count">Values that it rests on.</param>
public sealed record UsualValue(decimal Median, int Count)
{
    /// <summary>With fewer values nothing is usual yet.</summary>
    public const int Enough = 6;

    private const decimal Factor = 10m;

    public static UsualValue None { get; } = new(0m, 0);

    /// <summary>The lower of the two in the middle, where their number is even.</summary>
    public static UsualValue Of(IEnumerable<decimal> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? None : new UsualValue(sorted[(sorted.Count - 1) / 2], sorted.Count);
    }

    public bool IsFarOff(decimal value) => Count >= Enough && Median > 0 && value > 0 && (value > Median * Factor || value < Median / Factor);
}
