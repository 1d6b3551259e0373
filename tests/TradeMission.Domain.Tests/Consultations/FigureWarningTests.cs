using System.Globalization;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Shared;

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
        Assert.Equal(warning is { } one ? [one] : [], Consultation.FigureWarningsOf(Number(value), Number(pursued)));

    /// <summary>Different currencies are compared in the base currency.</summary>
    [Fact]
    public void FigureWarnings_CompareBaseValues()
    {
        var day = new DateOnly(2026, 11, 3);
        var consultation = New();
        consultation.Value = new Valued(new Money(1_000m, "USD"), FrozenRate.Same(day));
        consultation.Pursued = new Valued(new Money(300_000m, "KRW"), new FrozenRate(0.0007m, day, "test"));
        Assert.Empty(consultation.FigureWarnings);

        consultation.Pursued = new Valued(new Money(3_000_000m, "KRW"), new FrozenRate(0.0007m, day, "test"));
        Assert.Equal([FigureWarning.ContractAboveConsultation], consultation.FigureWarnings);

        consultation.Pursued = new Valued(new Money(3_000_000m, "KRW"), null);
        Assert.Empty(consultation.FigureWarnings);
    }

    private static Consultation New() => new()
    {
        ClientId = Guid.NewGuid(),
        MissionId = 1,
        StopId = 1,
        ParticipationId = 1,
        BuyerId = 1,
        Buyer = new Buyer { Name = "Graha", Country = "ID" },
        HeldOn = new DateOnly(2026, 11, 3),
        LoggedByName = "김담당",
        LoggedAt = DateTime.UnixEpoch,
    };

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
