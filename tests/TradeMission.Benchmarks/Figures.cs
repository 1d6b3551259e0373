using System.Globalization;

namespace TradeMission.Benchmarks;

/// <summary>Times of the same act, in milliseconds.</summary>
internal sealed class Figures(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    public double Largest => sorted[^1];

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"median {Median:0.00} ms, p99 {P99:0.00} ms, largest {Largest:0.00} ms ({Count} times)");

    private double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
