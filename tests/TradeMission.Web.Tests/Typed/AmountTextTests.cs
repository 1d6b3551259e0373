using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CsCheck;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Tests.Repository;

namespace TradeMission.Web.Tests.Typed;

public sealed class AmountTextTests
{
    public static TheoryData<string, int, string, string?> Amounts => new()
    {
        { "600,000", 1, "600000", null },
        { "60", 10_000, "600000", null },
        { "12.5", 10_000, "125000", null },
        { "0.0001", 10_000, "1", null },
        { "0.1", 1_000, "100", null },
        { "１２.５", 10_000, "125000", null },
        { " 1 000 ", 1, "1000", null },
        { "120000.50", 1, "120000.5", null },
        { "0", 10_000, "0", null },
        { "1.001", 1, "1.001", null },
        { "60만", 1, "600000", null },
        { "60만", 10_000, "600000", null },
        { "60만불", 1_000, "600000", "USD" },
        { "677.1만불", 1, "6771000", "USD" },
        { "6,771천불", 1, "6771000", "USD" },
        { "1억 2,000만", 10_000, "120000000", null },
        { "1억2천만 원", 1, "120000000", "KRW" },
        { "1조 2억 3만 4", 1, "1000200030004", null },
        { "1만 5천", 1, "15000", null },
        { "6천", 10_000, "6000", null },
        { "5백만", 1, "5000000", null },
        { "US$600,000", 10_000, "600000", "USD" },
        { "us$ 600,000", 1, "600000", "USD" },
        { "$60만", 1, "600000", "USD" },
        { "US$60만불", 1, "600000", "USD" },
        { "600K", 1, "600000", null },
        { "0.6M", 10_000, "600000", null },
        { "1.2 million", 1, "1200000", null },
        { "600,000 USD", 10_000, "600000", "USD" },
        { "600KRW", 10_000, "600", "KRW" },
        { "600K KRW", 1, "600000", "KRW" },
        { "5MMXN", 1, "5000000", "MXN" },
        { "￦1,000", 1, "1000", "KRW" },
        { "3,000엔", 1, "3000", "JPY" },
    };

    public static TheoryData<string> Others =>
    [
        "육십만", "만불", "1,5", "1,50,000", "1.5.2", ".5", "5.", "1e6", "٣٠", "999999999999999999999", "--5", "", " ", "US$", "5B", "¥500", "5 XXX", "US$5원", "EUR 5 USD",
        "1만 2억", "3천 5백만", "1억 2억", "1만 10,000", "1.5억 2,000만", "1억 0.5", "60만만", "1 2 3,", "\uD800", "12345678901234567890조",
    ];

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Read_Amount_IsExact(string typed, int size, string amount, string? currency) =>
        Assert.Equal(new TypedAmount(decimal.Parse(amount, CultureInfo.InvariantCulture), currency), AmountText.Read(typed, size));

    [Theory]
    [InlineData("-5", -5)]
    [InlineData("−5", -5)]
    [InlineData("US$-5", -5)]
    public void Read_Minus_IsKept(string typed, int amount) => Assert.Equal(amount, AmountText.Read(typed, 1)?.Amount);

    [Theory]
    [MemberData(nameof(Others))]
    public void Read_AnythingElse_IsNoAmount(string typed) => Assert.Null(AmountText.Read(typed, 1));

    /// <summary>Every way of writing an amount reads back to it, whatever unit is chosen beside it.</summary>
    [Fact]
    public void Read_EveryWayOfWriting_IsTheSameAmount() => Gen.Select(Gen.Int[1, 99_999_999], Gen.Int[0, 3]).Sample((hundreds, unit) =>
    {
        var size = new[] { 1m, 1_000m, 10_000m, 1_000_000m }[unit];
        var amount = hundreds * 100m;
        var (hundredMillions, rest) = ((long)amount / 100_000_000, (long)amount % 100_000_000);
        var composite = (hundredMillions > 0 ? $"{hundredMillions}억 " : "") + (rest / 10_000 > 0 ? $"{rest / 10_000:#,##0}만 " : "") + (rest % 10_000 > 0 ? $"{rest % 10_000}" : "");
        string[] ways = [$"{amount / 10_000:0.####}만", $"{amount / 1_000:#,##0.###}천", $"{amount / 1_000:0.###}K", $"{amount / 1_000_000:0.######}M", $"US${amount:#,##0}", $"{amount:0} USD", $"{amount / 10_000:#,##0.####}만불", $"{composite}원"];
        return ways.All(way => AmountText.Read(way, size)?.Amount == amount) && AmountText.Read($"{amount / size:0.##########}", size)?.Amount == amount;
    });

    [Fact]
    public void Read_Anything_NeverThrows() =>
        Gen.OneOf(Gen.String[0, 50], Gen.String[Gen.Char["0123456789.,-만억천조십백KM$불원USD "], 0, 42]).Sample(text => AmountText.Read(text, 1_000_000) is var read && (read is null || Math.Abs(read.Value.Amount) <= decimal.MaxValue));

    /// <summary>The browser says what an amount means before the server reads it: both read alike. Node.js is what the build needs anyway.</summary>
    [Fact]
    public async Task Browser_ReadsTheSame()
    {
        var cases = ((IEnumerable<object?[]>)Amounts).Select(row => new { text = (string)row[0]!, size = $"{row[1]}" })
            .Concat(((IEnumerable<object?[]>)Others).Select(row => new { text = (string)row[0]!, size = "1" })).Where(one => one.text != "\uD800").ToList();
        var script = WorkingCopy.Read("src/TradeMission.Web/wwwroot/js/amounts.js").Replace("export function", "function", StringComparison.Ordinal)
            + $"\nconsole.log(JSON.stringify({JsonSerializer.Serialize(cases)}.map(one => readAmount(one.text, one.size, [\"USD\", \"KRW\", \"EUR\", \"JPY\", \"CNY\", \"MXN\"]))));";

        var read = JsonSerializer.Deserialize<List<JsonElement>>(await RunAsync(script))!;

        Assert.Equal(cases.Select(one => Said(AmountText.Read(one.text, decimal.Parse(one.size, CultureInfo.InvariantCulture)))), read.Select(Said));
    }

    private static string Said(TypedAmount? amount) => amount is { } known ? $"{known.Amount.ToString("0.##########", CultureInfo.InvariantCulture)} {known.Currency}" : "";

    private static string Said(JsonElement amount) => amount.ValueKind == JsonValueKind.Null ? "" : $"{amount.GetProperty("amount").GetString()} {amount.GetProperty("currency").GetString()}";

    private static async Task<string> RunAsync(string script)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardInputEncoding = new System.Text.UTF8Encoding(false) })!;
        await node.StandardInput.WriteAsync(script);
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return said;
    }
}
