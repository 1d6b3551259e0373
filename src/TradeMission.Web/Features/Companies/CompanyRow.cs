namespace TradeMission.Web.Features.Companies;

/// <summary>One line of the list of companies.</summary>
public sealed class CompanyRow
{
    /// <summary>Products that a line names; the company's page has them all.</summary>
    public const int ProductsShown = 3;

    public required long Id { get; init; }

    public required string NameKo { get; init; }

    public required string? NameEn { get; init; }

    public required string? RegistrationNumber { get; init; }

    public required string? Representative { get; init; }

    public required string? District { get; init; }

    public required string? Industry { get; init; }

    /// <summary>Missions it was selected for, cancelled ones left out.</summary>
    public required int Missions { get; init; }

    /// <summary>Consultation value over all missions with the list's currency.</summary>
    public required decimal Value { get; init; }

    /// <summary>Of missions with other base currencies.</summary>
    public required IReadOnlyList<OtherValue> Others { get; init; }

    public required IReadOnlyList<Item> Products { get; init; }

    public sealed record Item(string NameKo, string? NameEn, string? HsCode);

    public sealed record OtherValue(string Currency, decimal Value);
}
