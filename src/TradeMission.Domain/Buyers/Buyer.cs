using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Domain.Buyers;

/// <summary>바이어: a local firm that may buy.</summary>
public sealed class Buyer : Entity, IFirm, IPartOf
{
    private readonly List<Contact> contacts = [];

    public required string Name { get; set; }

    /// <summary>The name in Korean or in the local script.</summary>
    public string? NameOther { get; set; }

    /// <summary>ISO 3166-1 alpha-2; null where the source does not say which.</summary>
    public required string? Country { get; set; }

    public string? City { get; set; }

    public string? Interests { get; set; }

    /// <summary>The host organisation that introduced it.</summary>
    public string? IntroducedBy { get; set; }

    /// <summary>The sister city that introduced it.</summary>
    public long? IntroducedBySisterCityId { get; set; }

    public SisterCity? IntroducedBySisterCity { get; set; }

    public Credit Credit { get; set; }

    public DateOnly? CreditCheckedOn { get; set; }

    public DateOnly? CreditExpiresOn { get; set; }

    public string? Notes { get; set; }

    public long? MergedIntoId { get; set; }

    public IReadOnlyList<Contact> Contacts => contacts;

    string IFirm.FirmName => Name;

    string? IFirm.OtherFirmName => NameOther;

    /// <summary>What stands for it shows what became of it.</summary>
    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => MergedIntoId is { } into ? [(typeof(Buyer), into)] : [];

    IEnumerable<string?> ISearchable.SearchNames => [Name, NameOther, City, Interests];

    /// <summary>The credit that counts on a day: a check that has expired is no check.</summary>
    public Credit CreditOn(DateOnly day) =>
        Credit is Credit.Checked or Credit.Recommended && CreditExpiresOn < day ? Credit.Unknown : Credit;
}
