using BenchmarkDotNet.Attributes;
using TradeMission.Domain;
using TradeMission.Domain.Shared;

namespace TradeMission.Benchmarks;

/// <summary>What runs for every name that is saved or searched, and for every amount.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const string Composed = "다온코스메틱 (예시) Daon Cosmetic";
    private readonly string decomposed = Composed.Normalize(System.Text.NormalizationForm.FormD);

    [Benchmark(Baseline = true)]
    public string FoldComposed() => SearchText.Fold(Composed);

    [Benchmark]
    public string FoldDecomposed() => SearchText.Fold(decomposed);

    [Benchmark]
    public Valued FreezeAmount() => new(new Money(1_760_000_000m, "IDR"), new FrozenRate(0.0000625m, new DateOnly(2026, 11, 4), "예시 환율"));

    [Benchmark]
    public string? RegistrationNumber() => Domain.Companies.RegistrationNumber.Parse("000-00-00015");
}
