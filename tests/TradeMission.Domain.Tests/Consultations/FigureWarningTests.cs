using System.Globalization;
using CsCheck;
using TradeMission.Domain.Consultations;

namespace TradeMission.Domain.Tests.Consultations;

public class FigureWarningTests
{
    [Theory]
    [InlineData("1000", "150", null)]
    [InlineData("1000", "149.99", FigureWarning.PursuedOutsideUsualShare)]
    [InlineData("1000", "500", null)]
    [InlineData("1000", "500.01", FigureWarning.PursuedOutsideUsualShare)]
    [InlineData("1000", "1000", FigureWarning.PursuedOutsideUsualShare)]
    [InlineData("1000", "1000.01", FigureWarning.ContractAboveConsultation)]
    [InlineData("0", "0.01", FigureWarning.ContractAboveConsultation)]
    [InlineData("1000", "0", null)]
    [InlineData("0", "0", null)]
    [InlineData(null, "100", null)]
    [InlineData("100", null, null)]
    [InlineData(null, null, null)]
    public void FigureWarningsOf_WarnsOutsideTheUsualShare(string? value, string? pursued, FigureWarning? warning) =>
        Assert.Equal(warning is { } one ? [one] : [], Consultation.FigureWarningsOf(Number(value), Number(pursued), Number(pursued)));

    /// <summary>Only what is still being pursued is held against the usual share: a contract that was made is what it is.</summary>
    [Fact]
    public void FigureWarningsOf_CommittedContract_IsHeldAgainstNoShare()
    {
        Assert.Empty(Consultation.FigureWarningsOf(1_000m, 900m, 0m));
        Assert.Equal([FigureWarning.PursuedOutsideUsualShare], Consultation.FigureWarningsOf(1_000m, 900m, 100m));
        Assert.Equal([FigureWarning.ContractAboveConsultation], Consultation.FigureWarningsOf(1_000m, 1_001m, 0m));
    }

    [Theory]
    [InlineData(6, 100, 1_000, false)]
    [InlineData(6, 100, 1_000.01, true)]
    [InlineData(6, 100, 10, false)]
    [InlineData(6, 100, 9.99, true)]
    [InlineData(5, 100, 1_000_000, false)]
    [InlineData(6, 0, 1_000_000, false)]
    [InlineData(6, 100, 0, false)]
    public void UsualValue_IsFarOff_BeyondAFactorOfTen(int count, double median, double value, bool farOff) =>
        Assert.Equal(farOff, new UsualValue((decimal)median, count).IsFarOff((decimal)value));

    [Fact]
    public void UsualValue_Of_IsTheLowerMiddle()
    {
        Assert.Equal(new UsualValue(2m, 4), UsualValue.Of([9m, 1m, 2m, 3m]));
        Assert.Equal(UsualValue.None, UsualValue.Of([]));
    }

    [Fact]
    public void UsualValue_OfOthers_LeavesOneOut() => Gen.Int[1, 5].Select(value => (decimal)value).Array[1, 12].Sample(values =>
    {
        var sorted = values.Order().ToList();
        return values.All(own =>
        {
            var others = sorted.ToList();
            others.Remove(own);
            return UsualValue.OfOthers(sorted, own) == UsualValue.Of(others);
        });
    });

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
