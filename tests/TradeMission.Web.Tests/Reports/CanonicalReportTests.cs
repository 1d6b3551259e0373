using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using TradeMission.Web.Features.Reports;

namespace TradeMission.Web.Tests.Reports;

public sealed class CanonicalReportTests
{
    private static readonly Gen<CanonicalReport> Reports = Gen.Int.Select(seed => new AnyRecord(seed).Of<CanonicalReport>());

    [Fact]
    public void Write_AnyReport_ReadsBackEqualAndWritesTheSameBytesAgain() => Reports.Sample(
        report =>
        {
            var written = report.Write();
            var read = CanonicalReport.Read(written);
            return AnyRecord.Same(report, read) && read.Write() == written && AnyRecord.Same(report.Report, CanonicalReport.ReadReport(written));
        },
        iter: 10_000);

    [Fact]
    public void Write_AnyReport_HasOneFixedForm() => Reports.Sample(
        report =>
        {
            var written = report.Write();
            return written.StartsWith("{\"format\":", StringComparison.Ordinal) && written.IsNormalized(NormalizationForm.FormC) && IsOrdered(JsonNode.Parse(written)) && !written.Contains('\n', StringComparison.Ordinal);
        },
        iter: 500);

    [Theory]
    [InlineData("1.500", "1.5")]
    [InlineData("100", "100")]
    [InlineData("0.000", "0")]
    [InlineData("1234567890123456.123456789012", "1234567890123456.123456789012")]
    public void Write_Decimal_HasNoTrailingZeros(string amount, string written)
    {
        var value = new KeptValue(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), "USD", null, null, null, null);

        Assert.Equal($"{{\"amount\":\"{written}\",\"baseAmount\":null,\"currency\":\"USD\",\"rate\":null,\"rateOn\":null,\"rateSource\":null}}", CanonicalJson.Write(value));
    }

    /// <summary>Snapshots of before a property came, or after one has gone, are read as far as they go.</summary>
    [Fact]
    public void Read_WithoutAnyOneProperty_LeavesItEmpty() => Gen.Select(Gen.Int, Gen.Int[0, 1000]).Sample(
        (seed, which) =>
        {
            var document = JsonNode.Parse(new AnyRecord(seed).Of<CanonicalReport>().Write())!.AsObject();
            var report = document["report"]!.AsObject();
            var gone = report.Select(property => property.Key).ElementAt(which % report.Count);
            report.Remove(gone);
            report["comesLater"] = new JsonObject { ["unknown"] = 1 };
            var read = CanonicalReport.Read(document.ToJsonString()).Report;
            Assert.All(AnyRecord.PropertiesOf(typeof(SummaryReport)).Where(property => property.PropertyType is { IsGenericType: true } && property.PropertyType.IsInterface), property => Assert.NotNull(property.GetValue(read)));
            Assert.NotNull(read.Total);
            Assert.NotNull(read.Wanted);
        },
        iter: 500);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    public void Read_NoDocument_Throws(string content) => Assert.Throws<JsonException>(() => CanonicalReport.Read(content));

    private static bool IsOrdered(JsonNode? node) => node switch
    {
        JsonObject record => record.Select(property => property.Key).Where(key => key != "format") is var keys && keys.SequenceEqual(keys.Order(StringComparer.Ordinal))
            && record.All(property => IsOrdered(property.Value)),
        JsonArray list => list.All(IsOrdered),
        _ => true,
    };
}
