using System.Text;
using CsCheck;
using TradeMission.Domain;
using TradeMission.Web.Features.ExchangeRates;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>How an import is cut into lines and cells.</summary>
public sealed class RateFileTests
{
    private const string Headings = "date,currency,rate,source\n";

    private static readonly string[] Currencies = ["KRW", "JPY", "IDR", "EUR"];

    private static readonly Gen<ProposedRate> Rates = Gen.Select(
        Gen.Int[0, 3],
        Gen.Int[0, 13000],
        Gen.Long[100, 99_999_999_999_999_999],
        Gen.Bool,
        Gen.Char["abc,\";'가<=|"].Array[1, 20]).Select((currency, day, quoted, hundred, source) =>
        new ProposedRate(Currencies[currency], "USD", new DateOnly(1990, 1, 1).AddDays(day), quoted / 10_000_000_000m, hundred ? 100 : 1, new string(source)));

    [Theory]
    [InlineData("date,currency,rate,source\n2026-11-03,JPY,0.65,BOK\n")]
    [InlineData("source;rate;currency;date\r\nBOK;0.65;JPY;2026-11-03")]
    [InlineData("통화\t날짜\t출처\t환율\nJPY\t2026-11-03\tBOK\t0.65\n\n")]
    [InlineData("\n일자, 통화 ,RATE,출처,,\n\n2026-11-03, JPY ,\"0.65\",\"BOK\",,\n")]
    public void Read_AnyOrderSeparatorAndLanguage_GivesTheSame(string text)
    {
        var line = Assert.Single(RateFile.Read(text).Lines);

        Assert.Null(line.Fault);
        Assert.Equal(["2026-11-03", "JPY", "0.65", "BOK", ""], new[] { RateColumn.Date, RateColumn.Currency, RateColumn.Rate, RateColumn.Source, RateColumn.Per }.Select(column => line[column]));
    }

    [Theory]
    [InlineData("", RateFileFault.Empty)]
    [InlineData(" \n\n", RateFileFault.Empty)]
    [InlineData(Headings, RateFileFault.Empty)]
    [InlineData(Headings + ",,,\n", RateFileFault.Empty)]
    [InlineData("date,currency,rate\n2026-11-03,JPY,1\n", RateFileFault.MissingColumn)]
    [InlineData("2026-11-03,JPY,1,BOK\n", RateFileFault.UnknownColumn)]
    [InlineData("date,currency,units,rate,source\n2026-11-03,JPY,100,1,BOK\n", RateFileFault.UnknownColumn)]
    [InlineData("date,날짜,currency,rate,source\n2026-11-03,2026-11-03,JPY,1,BOK\n", RateFileFault.ColumnTwice)]
    public void Read_WithoutHeadingsThatMakeSense_SaysWhy(string text, RateFileFault fault)
    {
        var file = RateFile.Read(text);

        Assert.Equal(fault, file.Fault);
        Assert.Empty(file.Lines);
    }

    [Fact]
    public void Read_BrokenQuotesAndTooManyCells_SpoilTheirOwnLineOnly()
    {
        var file = RateFile.Read(Headings + "2026-11-01,JPY,1,\"BOK\n2026-11-02,JPY,1,BOK\n\n2026-11-03,JPY,1,345.6,BOK\n2026-11-04,JPY,\"1\"0,BOK\n");

        Assert.Equal([(2, RateRefusal.BrokenQuotes), (3, null), (5, RateRefusal.TooManyCells), (6, (RateRefusal?)RateRefusal.BrokenQuotes)], file.Lines.Select(line => (line.Number, line.Fault)));
    }

    [Fact]
    public void Read_AsManyLinesAsAllowedAndOneMore()
    {
        var most = new StringBuilder(Headings);
        for (var line = 0; line < RateFile.MostLines; line++)
        {
            most.Append("2026-11-01,JPY,1,BOK\n");
        }

        Assert.Equal(RateFile.MostLines, RateFile.Read(most.ToString()).Lines.Count);
        Assert.Equal(RateFileFault.TooManyLines, RateFile.Read(most.Append("2026-11-01,JPY,1,BOK\n").ToString()).Fault);
        Assert.Equal(RateFileFault.TooLarge, RateFile.Read(Headings + new string('x', RateFile.LargestSize)).Fault);
    }

    [Fact]
    public void Decode_Utf8AndKoreanExcel_ReadTheSame()
    {
        const string Text = "날짜,통화,환율,출처\n2026-11-03,JPY,1,한국은행 똠방\n";
        var korean = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

        Assert.Equal(Text, RateText.Decode(Encoding.UTF8.GetBytes(Text)));
        Assert.Equal(Text, RateText.Decode([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text.ReplaceLineEndings("\r\n"))]));
        Assert.Equal(Text, RateText.Decode(korean.GetBytes(Text)));
    }

    [Theory]
    [InlineData(new byte[] { 0x64, 0xFF, 0xFF })]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x00, 0x00 })]
    public void Decode_WhatIsNoText_IsNull(byte[] bytes) => Assert.Null(RateText.Decode(bytes));

    [Fact]
    public void WrittenRates_AreAlwaysReadAsTheyWere() => Rates.Array[1, 20].Sample(rates =>
    {
        var lines = RateFile.Read(RateCsv.Write(rates)).Lines;

        Assert.Equal(rates, lines.Select(line => RateReading.Of(line, new DateOnly(2026, 11, 4)).Rate));
    });

    [Fact]
    public void Plan_LinesAboutTheSameDay_NameEachOther()
    {
        var plan = Plan("2026-11-01,JPY,1,BOK\n2026-11-02,JPY,1,BOK\n2026-11-01,JPY,2,BOK\n2026-11-02,JPY,1.0,BOK\n");

        Assert.Equal(
            [(2, RateOutcome.Refused, 4), (3, RateOutcome.New, null), (4, RateOutcome.Refused, 2), (5, RateOutcome.Refused, (int?)3)],
            plan.Lines.Select(line => (line.Line.Number, line.Outcome, line.Refused?.OtherLine)));
    }

    [Fact]
    public void Plan_ComparesWithTheTable()
    {
        var stored = new[] { Stored("JPY", 1m), Stored("EUR", 1m), Stored("THB", 1m) };

        var plan = Plan("2026-11-01,JPY,1.00,BOK\n2026-11-01,EUR,2,BOK\n2026-11-01,THB,1,ECB\n2026-11-02,JPY,1,BOK\n2026-11-01,USD,1,BOK\n", stored);

        Assert.Equal([RateOutcome.Same, RateOutcome.Replaces, RateOutcome.Replaces, RateOutcome.New, RateOutcome.Refused], plan.Lines.Select(line => line.Outcome));
        Assert.Equal(3, plan.Writes);
    }

    [Fact]
    public void Fingerprint_ChangesWithWhatHappensAndWithNothingElse()
    {
        const string Lines = "2026-11-01,JPY,1,BOK\n";
        var before = Plan(Lines).Fingerprint;

        Assert.Equal(before, Plan(Lines, Stored("EUR", 1m)).Fingerprint);
        Assert.NotEqual(before, Plan(Lines, Stored("JPY", 1m)).Fingerprint);
        Assert.NotEqual(Plan(Lines, Stored("JPY", 2m)).Fingerprint, Plan(Lines, Stored("JPY", 3m)).Fingerprint);
        Assert.NotEqual(before, Plan("2026-11-01,JPY,2,BOK\n").Fingerprint);
    }

    private static RatePlan Plan(string lines, params ExchangeRate[] stored)
    {
        var file = RateFile.Read(Headings + lines);
        return RatePlan.Of(file, [.. file.Lines.Select(line => RateReading.Of(line, new DateOnly(2026, 11, 4)))], stored);
    }

    private static ExchangeRate Stored(string currency, decimal quoted) => new() { Currency = currency, Against = "USD", On = new DateOnly(2026, 11, 1), Quoted = quoted, Source = "BOK" };
}
