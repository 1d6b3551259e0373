using TradeMission.Domain.Shared;

namespace TradeMission.Domain.SisterCities;

/// <summary>자매도시 or 우호도시.</summary>
public sealed class SisterCity : Entity, INamed
{
    private readonly List<Contact> contacts = [];
    private readonly List<Exchange> exchanges = [];

    public required string NameKo { get; set; }

    public required string NameEn { get; set; }

    /// <summary>In the city's own script.</summary>
    public string? NameLocal { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; set; }

    /// <summary>Bloc or region, such as ASEAN.</summary>
    public string? Region { get; set; }

    public SisterCityKind Kind { get; set; }

    public DateOnly? AgreedOn { get; set; }

    public string? Notes { get; set; }

    public IReadOnlyList<Contact> Contacts => contacts;

    public IReadOnlyList<Exchange> Exchanges => exchanges;

    IEnumerable<string?> ISearchable.SearchNames => [NameKo, NameEn, NameLocal, Region];
}
