using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>Every row of a mission at one moment, and the totals that were stored for them.</summary>
public sealed partial record MissionRecords
{
    public required MissionRow Mission { get; init; }

    public required IReadOnlyList<StopRow> Stops { get; init; }

    public required IReadOnlyList<ParticipationRow> Participations { get; init; }

    public required IReadOnlyList<ConsultationRow> Consultations { get; init; }

    public required IReadOnlyList<DealRow> Deals { get; init; }

    /// <summary>Struck ones too.</summary>
    public required IReadOnlyList<StepRow> Steps { get; init; }

    public required IReadOnlyList<EvidenceRow> Evidence { get; init; }

    public required IReadOnlyList<StatedRow> Stated { get; init; }

    public required IReadOnlyList<SupportRow> Supports { get; init; }

    public required IReadOnlyList<ExchangeRow> Exchanges { get; init; }

    public required IReadOnlyList<TotalRow> Totals { get; init; }

    public required IReadOnlyList<CellRow> Cells { get; init; }

    /// <summary>All rows, in the order in which people read them.</summary>
    internal IEnumerable<KeptRow> Rows => new KeptRow[] { Mission }.Concat(Consultations).Concat(Deals).Concat(Steps).Concat(Evidence).Concat(Stated).Concat(Participations).Concat(Stops).Concat(Supports).Concat(Exchanges);

    /// <summary>What is written of the mission itself; its status and its reports are another matter.</summary>
    public sealed record MissionRow(
        long Id, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, string Region, string? Purpose, string LeadOrganisation, string BaseCurrency,
        decimal? PlannedBudget, decimal? SpentBudget, int? TargetCompanies, int? TargetConsultations, decimal? TargetConsultationValue, decimal? TargetContractValue) : KeptRow(Id)
    {
        internal override string Record => nameof(Domain.Missions.Mission);

        internal override string Name => Show.Name(TitleKo, TitleEn);

        internal override string Address(long mission) => $"/missions/{mission}";
    }

    public sealed record StopRow(long Id, string CityKo, string CityEn, string Country, DateOnly? StartsOn, DateOnly? EndsOn, string? Venue, string? HostOrganisation) : KeptRow(Id)
    {
        internal override string Record => nameof(Stop);

        internal override string Name => Show.Name(CityKo, CityEn);

        internal override string Address(long mission) => $"/missions/{mission}#stops";
    }

    public sealed record ParticipationRow(
        long Id, long CompanyId, string CompanyKo, string? CompanyEn, ParticipationStatus Status, string? ProductsShown, int? PeopleSent, decimal? OwnContribution) : KeptRow(Id)
    {
        internal override string Record => nameof(Participation);

        internal override string Name => Show.Name(CompanyKo, CompanyEn);

        internal override string Address(long mission) => $"/companies/{CompanyId}";
    }

    public sealed record ConsultationRow(
        long Id, long ParticipationId, string CompanyKo, string? CompanyEn, long BuyerId, string Buyer, long? StopId, string? StopKo, string? StopEn, DateOnly HeldOn, bool DayUnknown,
        TimeOnly? StartsAt, ConsultationKind Kind, string? Products, KeptValue? Value, FigureState Answer, Assessment? Assessment, string? Notes, string? NextStep, DateOnly? NextStepDueOn,
        string? NextStepOwner, DateOnly? NextStepDoneOn, string LoggedByName, DateTime LoggedAt) : KeptRow(Id)
    {
        internal override string Record => nameof(Consultation);

        internal override string Name => $"{Show.Name(CompanyKo, CompanyEn)} × {Buyer}, {Show.DayShort(HeldOn)}";

        internal override string Address(long mission) => $"/consultations/{Id}";
    }

    public sealed record DealRow(
        long Id, long ConsultationId, string CompanyKo, string? CompanyEn, string Buyer, DealStage? Stage, DealState State, decimal? ContractAmount, string? ContractCurrency,
        decimal? ContractBase, bool IsAtLeast, EvidenceTier Tier, DateOnly? ExpectedOn, Likelihood? Likelihood, string? Owner, DateOnly? DueOn) : KeptRow(Id)
    {
        internal override string Record => nameof(Deal);

        internal override string Name => $"{Show.Name(CompanyKo, CompanyEn)} × {Buyer}";

        internal override string Address(long mission) => $"/consultations/{ConsultationId}";
    }

    /// <param name="Corrects">The number of the step that it corrects or withdraws.</param>
    public sealed record StepRow(
        long Id, long DealId, long ConsultationId, string CompanyKo, string? CompanyEn, string Buyer, int Number, DealStage Stage, KeptValue? Value, DateOnly On, DateOnly? ExpectedOn,
        Likelihood? Likelihood, string? Note, string? Reason, bool Revives, int? Corrects, bool IsWithdrawal, bool IsStruck, FigureState Answer, EvidenceTier Tier, bool ByCompany,
        string RecordedByName, DateTime RecordedAt) : KeptRow(Id)
    {
        internal override string Record => nameof(DealStep);

        internal override string Name => $"{Show.Name(CompanyKo, CompanyEn)} × {Buyer}, {Texts.Of(Stage)} {Show.DayShort(On)}";

        internal override string Address(long mission) => $"/consultations/{ConsultationId}";
    }

    /// <param name="Size">Bytes.</param>
    public sealed record EvidenceRow(long Id, long DealStepId, long ConsultationId, string FileName, long Size, string Sha256) : KeptRow(Id)
    {
        internal override string Record => nameof(EvidenceFile);

        internal override string Name => FileName;

        internal override string Address(long mission) => $"/consultations/{ConsultationId}";
    }

    public sealed record StatedRow(long Id, StatedFigure Figure, decimal Amount, string AsPrinted, string Source, DateOnly StatedOn) : KeptRow(Id)
    {
        internal override string Record => nameof(StatedTotal);

        internal override string Name => $"{Texts.Of(Figure)} {AsPrinted}";

        internal override string Address(long mission) => $"/missions/{mission}#stated";
    }

    public sealed record SupportRow(
        long Id, long StopId, string CityKo, string CityEn, SupportKind Kind, string Description, decimal? Quantity, string? Unit, decimal? UnitPrice, PriceBasis Basis, KeptValue? Value)
        : KeptRow(Id)
    {
        internal override string Record => nameof(HostSupport);

        internal override string Name => $"{Show.Name(CityKo, CityEn)}, {Description}";

        internal override string Address(long mission) => $"/missions/{mission}#stops";
    }

    public sealed record ExchangeRow(
        long Id, long SisterCityId, string CityKo, string CityEn, ExchangeField Field, DateOnly? HeldOn, string Agreed, string? NextStep, DateOnly? NextStepDueOn) : KeptRow(Id)
    {
        internal override string Record => nameof(Exchange);

        internal override string Name => $"{Show.Name(CityKo, CityEn)}, {Agreed}";

        internal override string Address(long mission) => $"/missions/{mission}#exchange";
    }

    /// <param name="ScopeId">As in <see cref="MissionTotal"/>.</param>
    public sealed record TotalRow(
        TotalScope Scope, long ScopeId, int Consultations, int Buyers, decimal ConsultationValue, decimal ContractValue, int ConsultationValuesWithoutRate, int ContractValuesWithoutRate);

    /// <param name="ScopeId">As in <see cref="TierTotal"/>.</param>
    public sealed record CellRow(TotalScope Scope, long ScopeId, TotalFigure Figure, EvidenceTier Tier, int Count, decimal Amount, int WithoutRate);
}
