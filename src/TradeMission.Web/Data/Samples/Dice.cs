namespace TradeMission.Web.Data.Samples;

/// <summary>Numbers that look random and are the same wherever and whenever they are drawn (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>A whole number from 0 up to, but not including, the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>From 0 up to, but not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Share() < probability;

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>About normal, mean 0 and deviation 1, between −6 and 6 (the sum of twelve shares).</summary>
    public double Bell() => Enumerable.Range(0, 12).Sum(_ => Share()) - 6;

    public Guid Guid()
    {
        var bytes = new byte[16];
        BitConverter.TryWriteBytes(bytes, Next());
        BitConverter.TryWriteBytes(bytes.AsSpan(8), Next());
        return new Guid(bytes);
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
