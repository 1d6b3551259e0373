using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;

namespace TradeMission.Domain.Companies;

/// <summary>기업: an exporter of the city.</summary>
public sealed class Company : Entity, IFirm, IPartOf
{
    private readonly List<Product> products = [];
    private readonly List<Contact> contacts = [];
    private readonly List<Participation> participations = [];

    public required string NameKo { get; set; }

    public string? NameEn { get; set; }

    /// <summary>Ten digits (<see cref="Companies.RegistrationNumber"/>), unique; null where it is not known.</summary>
    public string? RegistrationNumber { get; set; }

    public string? Representative { get; set; }

    /// <summary>구/동.</summary>
    public string? District { get; set; }

    public string? Industry { get; set; }

    public CompanySize Size { get; set; }

    /// <summary>ISO 3166-1 alpha-2 codes, separated by single spaces, ordered.</summary>
    public string? ExportCountries { get; set; }

    public string? Notes { get; set; }

    public long? MergedIntoId { get; set; }

    public IReadOnlyList<Product> Products => products;

    public IReadOnlyList<Contact> Contacts => contacts;

    public IReadOnlyList<Participation> Participations => participations;

    string IFirm.FirmName => NameKo;

    string? IFirm.OtherFirmName => NameEn;

    /// <summary>What stands for it shows what became of it.</summary>
    IEnumerable<(Type Type, long Id)> IPartOf.Wholes => MergedIntoId is { } into ? [(typeof(Company), into)] : [];

    IEnumerable<string?> ISearchable.SearchNames => [NameKo, NameEn, RegistrationNumber, Representative, District, Industry];
}
