using TradeMission.Domain.Buyers;

namespace TradeMission.Web.Features.Buyers;

/// <summary>One line of the list of buyers.</summary>
public sealed class BuyerRow
{
    public required long Id { get; init; }

    public required string Name { get; init; }

    public required string? NameOther { get; init; }

    public required string? Country { get; init; }

    public required string? City { get; init; }

    public required string? Interests { get; init; }

    public required string? IntroducedBy { get; init; }

    public required string? SisterCityKo { get; init; }

    public required string? SisterCityEn { get; init; }

    public required Credit Credit { get; init; }

    public required DateOnly? CreditExpiresOn { get; init; }

    public required int Consultations { get; init; }

    /// <summary>Of consultations that took place on a known day.</summary>
    public required DateOnly? LastMetOn { get; init; }
}
