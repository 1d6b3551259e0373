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

    /// <summary>What is usual for one of them: the others. With itself among them a value would be less far off than its own page says.</summary>
    /// <param name="sorted">All of them, the smallest first.</param>
    /// <param name="own">One of them.</param>
    public static UsualValue OfOthers(List<decimal> sorted, decimal own)
    {
        if (sorted.Count < 2)
        {
            return None;
        }

        var middle = (sorted.Count - 2) / 2;
        return new UsualValue(sorted[sorted.BinarySearch(own) <= middle ? middle + 1 : middle], sorted.Count - 1);
    }

    public bool IsFarOff(decimal value) => Count >= Enough && Median > 0 && value > 0 && (value > Median * Factor || value < Median / Factor);
}
