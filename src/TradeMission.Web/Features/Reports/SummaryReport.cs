using System.Text.Json.Serialization;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Reports;

/// <summary>
/// The summary report (결과보고서) of a mission at one moment: facts only, in no language and in no unit, so that it can be kept as it is. Sums are the stored
/// totals; what has no stored total is added up here, unrounded.
/// </summary>
public sealed partial record SummaryReport
{
    public required long MissionId { get; init; }

    public required string Reference { get; init; }

    public required string TitleKo { get; init; }

    public required string TitleEn { get; init; }

    public required DateOnly StartsOn { get; init; }

    public required DateOnly EndsOn { get; init; }

    public required MissionStatus Status { get; init; }

    /// <summary>When the mission was last closed; null while it is not closed. UTC.</summary>
    public required DateTime? ClosedAt { get; init; }

    /// <summary>The moment that the figures are of. UTC.</summary>
    public required DateTime At { get; init; }

    public required string? Purpose { get; init; }

    public required string LeadOrganisation { get; init; }

    public required IReadOnlyList<City> CoHosts { get; init; }

    /// <summary>Base currency of all totals.</summary>
    public required string Currency { get; init; }

    /// <summary>KRW.</summary>
    public required decimal? PlannedBudget { get; init; }

    /// <summary>KRW.</summary>
    public required decimal? SpentBudget { get; init; }

    public required Targets Wanted { get; init; }

    public required Figures Total { get; init; }

    /// <summary>The mission's totals by stage and evidence.</summary>
    public required IReadOnlyList<TierLine> Tiers { get; init; }

    /// <summary>The first and the last day of the rates behind the figures; null where everything is in the base currency.</summary>
    public required RateDays? Rates { get; init; }

    public required IReadOnlyList<StopLine> Stops { get; init; }

    public required IReadOnlyList<CompanyLine> Companies { get; init; }

    public required IReadOnlyList<StatedLine> Stated { get; init; }

    public required IReadOnlyList<BuyerLine> Buyers { get; init; }

    public required IReadOnlyList<SupportLine> Supports { get; init; }

    public required IReadOnlyList<ExchangeLine> Exchanges { get; init; }

    /// <summary>Open next steps of consultations and exchanges, the earliest first, those without a date last.</summary>
    public required IReadOnlyList<StepLine> Steps { get; init; }

    /// <summary>Consultations whose contract value is above their consultation value.</summary>
    public required int ContractsAboveConsultation { get; init; }

    /// <summary>Consultations whose contract value lies outside the usual share of their consultation value.</summary>
    public required int ContractsOutsideUsualShare { get; init; }

    /// <summary>Consultations whose value is far off what is usual on the mission.</summary>
    public required int ValuesFarOff { get; init; }

    /// <summary>Amounts whose rate was older than a month on their day.</summary>
    public required int RatesOld { get; init; }

    /// <summary>Consultations outside their stop's days.</summary>
    public required int DaysOutside { get; init; }

    /// <summary>Consultations of the same company with the same buyer on the same day as another.</summary>
    public required int SameDayAgain { get; init; }

    /// <summary>For tables: <see cref="Tiers"/> by figure and evidence.</summary>
    public StageFigures Stages() => new(Tiers.ToDictionary(line => (line.Figure, line.Tier), line => new TierFigures(line.Count, line.Amount, line.WithoutRate)));

    /// <summary>The snapshot that this was read from; null where it comes from the records as they are.</summary>
    [JsonIgnore]
    public SnapshotMark? Kept { get; init; }

    public bool IsFinal => Status == MissionStatus.Closed;

    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;

    public int SelectedCompanies => Companies.Count(company => company.Status == ParticipationStatus.Selected);

    /// <summary>What in-kind support spared the budget, in the base currency; support without a known price or rate is not in it.</summary>
    public decimal BudgetSpared => Supports.Sum(support => support.BaseAmount ?? 0);

    /// <summary>The same per currency, as recorded.</summary>
    public IEnumerable<(string Currency, decimal Amount)> SparedByCurrency =>
        Supports.Where(support => support.Amount is not null).GroupBy(support => support.Currency!, (currency, group) => (currency, group.Sum(support => support.Amount!.Value)))
            .OrderBy(sum => sum.currency, StringComparer.Ordinal);

    /// <summary>What the records add up to, for a figure that somebody stated.</summary>
    public decimal Recorded(StatedFigure figure) => figure == StatedFigure.ConsultationValue ? Total.ConsultationValue : Total.ContractValue;

    public sealed record City(string NameKo, string NameEn, SisterCityKind Kind);

    /// <summary>In the base currency; null where no target was set.</summary>
    public sealed record Targets(int? Companies, int? Consultations, decimal? ConsultationValue, decimal? ContractValue)
    {
        public bool Any => Companies is not null || Consultations is not null || ConsultationValue is not null || ContractValue is not null;
    }

    /// <param name="Id">Null for the consultations of which no stop is known.</param>
    /// <param name="SisterCity">Null where the stop is no sister city.</param>
    public sealed record StopLine(
        long? Id, string CityKo, string CityEn, string Country, DateOnly? StartsOn, DateOnly? EndsOn, string? Venue, string? HostOrganisation, SisterCityKind? SisterCity, Figures Figures);

    public sealed record CompanyLine(string NameKo, string? NameEn, ParticipationStatus Status, string? ProductsKo, string? ProductsEn, Figures Figures);

    public sealed record StatedLine(StatedFigure Figure, decimal Amount, string AsPrinted, string Source, DateOnly StatedOn);

    /// <param name="Credit">As it counted on the day of the report.</param>
    /// <param name="Value">Consultation values in the base currency.</param>
    /// <param name="ValuesWithoutRate">Consultation values left out for want of a rate.</param>
    public sealed record BuyerLine(
        string Name, string? NameOther, string? Country, string? City, Credit Credit, DateOnly? CreditCheckedOn, IReadOnlyList<Named> Companies, int Consultations, decimal Value,
        int ValuesWithoutRate);

    public sealed record TierLine(TotalFigure Figure, EvidenceTier Tier, int Count, decimal Amount, int WithoutRate);

    public sealed record Named(string NameKo, string? NameEn);

    /// <param name="Amount">Quantity × unit price in <paramref name="Currency"/>; null where either is not known.</param>
    /// <param name="BaseAmount">Null where the value or its rate is not known.</param>
    public sealed record SupportLine(
        string CityKo, string CityEn, SupportKind Kind, string Description, decimal? Quantity, string? Unit, decimal? UnitPrice, PriceBasis Basis, decimal? Amount, string? Currency,
        decimal? BaseAmount);

    public sealed record ExchangeLine(string CityKo, string CityEn, ExchangeField Field, DateOnly? HeldOn, string Agreed, string? NextStep, DateOnly? DueOn);

    /// <param name="Company">Null for an exchange's step.</param>
    /// <param name="With">The buyer, or the sister city.</param>
    public sealed record StepLine(string Step, DateOnly? DueOn, string? Owner, Named? Company, Named With);
}
