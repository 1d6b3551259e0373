using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;
using static TradeMission.Web.Features.Imports.ImportColumns;

namespace TradeMission.Web.Features.Imports;

/// <summary>Rows that become consultations of one mission, by the rules and the act that pages and phones share.</summary>
internal sealed class ConsultationImporter(TradeDbContext db, ConsultationRecording recording) : IImporter
{
    private static readonly Dictionary<string, int> Places = Of(ImportKind.Consultations).Index().ToDictionary(column => column.Item.Name, column => column.Index);

    private readonly List<(PlannedRow Row, ConsultationInput Input, ConsultationCheck Check)> ready = [];
    private long mission;

    public ImportKind Kind => ImportKind.Consultations;

    private sealed record Partner(long Id, string NameKo, string? NameEn, string? Number)
    {
        public bool IsCalled(string folded) => SearchText.Fold(NameKo) == folded || SearchText.Fold(NameEn) == folded;

        public bool IsLike(string key) => NameKey.Of(NameKo) == key || NameKey.Of(NameEn) == key;
    }

    private sealed record Place(long Id, string CityKo, string CityEn, string Country, DateOnly? StartsOn, DateOnly? EndsOn)
    {
        public bool IsCalled(string folded) => SearchText.Fold(CityKo) == folded || SearchText.Fold(CityEn) == folded;

        public bool HasDay(DateOnly day) => StartsOn <= day && day <= EndsOn;
    }

    public async Task<ImportPlan> PlanAsync(long? missionId, ImportContent content, ImportProgress progress, CancellationToken cancellation)
    {
        mission = missionId!.Value;
        ready.Clear();
        progress.Begin(ImportStage.Checking, content.Rows.Count);
        var ground = await ConsultationGround.OfAsync(db, mission, cancellation);
        var (partners, stops) = (await PartnersAsync(cancellation), await StopsAsync(cancellation));
        var offered = Offered(partners, stops);
        var rows = content.Rows.Select(row => new PlannedRow(row)).ToList();
        if (ground.Mission is not { TakesConsultations: true } head)
        {
            return new ImportPlan(rows, Texts.Get("Consultations.MissionTakesNone"), offered);
        }

        var buyers = await KnownBuyers.OfAsync(db, content.Rows.Select(row => row.Cells[Places[Buyer]]), cancellation);
        var read = new Reading(content, partners, stops, buyers, head);
        var inputs = rows.Where(row => !row.Row.IsLeftOut).Select(row => (Row: row, Input: read.Of(row))).ToList();
        await ground.PrepareAsync([.. inputs.Select(pair => pair.Input)], cancellation);
        var seen = new Dictionary<(long?, string, DateOnly?), int>();
        foreach (var (row, input) in inputs)
        {
            var check = await ConsultationCheck.OfAsync(ground, input, null, cancellation);
            Say(row, check.Outcome);
            LookForAgain(row, input, check.Outcome, seen);
            ready.Add((row, input, check));
            progress.Step(1);
        }

        progress.Step(rows.Count - inputs.Count);
        return new ImportPlan(rows, null, offered);
    }

    public IEnumerable<ImportBatch> Add(ImportPlan plan)
    {
        // Buyers first: consultations that wait for nobody's id are inserted many to a statement.
        var buyers = ConsultationRecording.NewBuyers(ready.Select(row => row.Input));
        foreach (var some in buyers.Values.Chunk(ImportBatch.Size))
        {
            db.Buyers.AddRange(some);
            yield return new ImportBatch(0, some);
        }

        foreach (var some in recording.AddAll(mission, ready.Select(row => (row.Input, row.Check)), buyers, RecordedFrom.Import).Chunk(ImportBatch.Size))
        {
            var deals = some.SelectMany(consultation => consultation.Deals).ToList();
            yield return new ImportBatch(some.Length, [.. some, .. deals, .. deals.SelectMany(deal => deal.Steps)]);
        }
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfferedAsync(long? missionId, CancellationToken cancellation)
    {
        mission = missionId!.Value;
        return Offered(await PartnersAsync(cancellation), await StopsAsync(cancellation));
    }

    private static Dictionary<string, IReadOnlyList<string>> Offered(IReadOnlyList<Partner> partners, IReadOnlyList<Place> stops) => new()
    {
        [Company] = [.. partners.Select(partner => Show.Name(partner.NameKo, partner.NameEn))],
        [ImportColumns.Stop] = [.. stops.Select(stop => Show.Name(stop.CityKo, stop.CityEn)).Distinct()],
        [ImportColumns.Kind] = ChoiceText<ConsultationKind>.Words,
        [ImportColumns.Assessment] = ChoiceText<Assessment>.Words,
    };

    /// <summary>What the rules found, beside the cells that it is about; a cell that could not be read has said so already.</summary>
    private static void Say(PlannedRow row, RecordingOutcome outcome)
    {
        foreach (var (field, message) in outcome.Problems)
        {
            var column = ColumnOf(field);
            if (!row.On(column).Any(remark => remark.IsProblem))
            {
                row.Refuse(column, column == Country && row.Row.Cells[Places[Country]].Length == 0 ? Texts.Get("Imports.CountryMissing") : message);
            }
        }

        foreach (var (field, message) in outcome.Warnings)
        {
            row.Warn(ColumnOf(field), message);
        }
    }

    private static string ColumnOf(string field) => field switch
    {
        nameof(ConsultationInput.ParticipationId) => Company,
        nameof(ConsultationInput.StopId) => ImportColumns.Stop,
        nameof(ConsultationInput.BuyerId) or nameof(ConsultationInput.NewBuyerName) => Buyer,
        nameof(ConsultationInput.NewBuyerCountry) => Country,
        nameof(ConsultationInput.ValueCurrency) => Currency,
        nameof(ConsultationInput.PursuedCurrency) => Pursued,
        _ => Places.ContainsKey(field) ? field : "",
    };

    /// <summary>The same company, buyer and day: there already, or in a row above.</summary>
    private static void LookForAgain(PlannedRow row, ConsultationInput input, RecordingOutcome outcome, Dictionary<(long?, string, DateOnly?), int> seen)
    {
        if (row.Match is not { Kind: not MatchKind.Probable } match || input.ParticipationId is null || input.HeldOn is null)
        {
            return;
        }

        var key = (input.ParticipationId, match.Meant is { } buyer ? $"{buyer.Id}" : match.Key, input.HeldOn);
        var isBelow = !seen.TryAdd(key, row.Row.Number);
        if (row.Row.IsAnother)
        {
            return;
        }

        if (outcome.Same is [var same, ..])
        {
            row.IsAgain = true;
            row.Warn(Buyer, Texts.Get("Imports.AgainRecorded", same.Id));
        }
        else if (isBelow)
        {
            row.IsAgain = true;
            row.Warn(Buyer, Texts.Get("Imports.AgainAbove", seen[key]));
        }
    }

    private Task<List<Partner>> PartnersAsync(CancellationToken cancellation) => db.Participations
        .Where(participation => participation.MissionId == mission && participation.Status == ParticipationStatus.Selected).OrderBy(participation => participation.Company.NameKo)
        .Select(participation => new Partner(participation.Id, participation.Company.NameKo, participation.Company.NameEn, participation.Company.RegistrationNumber)).ToListAsync(cancellation);

    private Task<List<Place>> StopsAsync(CancellationToken cancellation) => db.Stops.Where(stop => stop.MissionId == mission).OrderBy(stop => stop.StartsOn).ThenBy(stop => stop.Id)
        .Select(stop => new Place(stop.Id, stop.CityKo, stop.CityEn, stop.Country, stop.StartsOn, stop.EndsOn)).ToListAsync(cancellation);

    /// <summary>What the cells of a row say; what cannot be understood is said beside it.</summary>
    private sealed class Reading(ImportContent content, IReadOnlyList<Partner> partners, IReadOnlyList<Place> stops, KnownBuyers buyers, MissionHead mission)
    {
        private readonly Dictionary<string, List<Partner>> partnersByText = [];
        private readonly Dictionary<string, List<Place>> stopsByText = [];
        private readonly Dictionary<string, string> countries = [];

        public ConsultationInput Of(PlannedRow row)
        {
            string Cell(string column) => row.Row.Cells[Places[column]];
            var day = DateOf(row, HeldOn, Cell(HeldOn));
            var stop = StopOf(row, Cell(ImportColumns.Stop), day);
            var country = CountryOf(row, Cell(Country));
            var name = Cell(Buyer);
            if (name.Length == 0)
            {
                row.Refuse(Buyer, Texts.Get("Consultations.BuyerMissing"));
            }
            else if (Formula.IsIn(name))
            {
                row.Refuse(Buyer, Texts.Get("Imports.Formula"));
            }
            else
            {
                row.Match = buyers.Match(name, null, country, content.Choices);
            }

            var currency = CurrencyOf(row, Cell(Currency));
            var (value, valueCurrency) = AmountOf(row, Value, Cell(Value), currency);
            var (pursued, pursuedCurrency) = AmountOf(row, Pursued, Cell(Pursued), currency);
            return new ConsultationInput
            {
                ClientId = Guid.CreateVersion7(),
                StopId = stop?.Id,
                ParticipationId = CompanyOf(row, Cell(Company))?.Id,
                BuyerId = row.Match?.Meant?.Id,
                NewBuyerName = row.Match is { Meant: null } ? name : null,
                NewBuyerCountry = row.Match is { Meant: null } match ? country ?? CountryOfNew(match.Key, stop) : null,
                HeldOn = day,
                StartsAt = TimeOf(row, Cell(StartsAt)),
                Kind = ChoiceText<ConsultationKind>.Read(row, ImportColumns.Kind, Cell(ImportColumns.Kind)) ?? ConsultationKind.AtVenue,
                Products = Cell(Products),
                Value = value,
                ValueCurrency = valueCurrency,
                Pursued = pursued,
                PursuedCurrency = pursuedCurrency,
                PursuedExpectedOn = DateOf(row, PursuedExpectedOn, Cell(PursuedExpectedOn)),
                Assessment = ChoiceText<Assessment>.Read(row, ImportColumns.Assessment, Cell(ImportColumns.Assessment)),
                Notes = Cell(Notes),
                NextStep = Cell(NextStep).Length == 0 ? null : Cell(NextStep),
                NextStepDueOn = DateOf(row, NextStepDueOn, Cell(NextStepDueOn)),
                NextStepOwner = Cell(NextStepOwner).Length == 0 ? null : Cell(NextStepOwner),
                ConfirmDuplicate = row.Row.IsAnother,
            };
        }

        private DateOnly? DateOf(PlannedRow row, string column, string text)
        {
            var day = text.Length == 0 ? null : DateText.Read(text, mission.StartsOn.Year);
            if (day is null && text.Length > 0)
            {
                row.Refuse(column, Texts.Get("Imports.NotADate"));
            }

            return day;
        }

        private static TimeOnly? TimeOf(PlannedRow row, string text)
        {
            var time = text.Length == 0 ? null : TimeText.Read(text);
            if (time is null && text.Length > 0)
            {
                row.Refuse(StartsAt, Texts.Get("Imports.NotATime"));
            }

            return time;
        }

        private static string? CountryOf(PlannedRow row, string text)
        {
            var country = text.Length == 0 ? null : CountryNames.Find(text);
            if (country is null && text.Length > 0)
            {
                row.Refuse(Country, Texts.Get("Consultations.UnknownCountry"));
            }

            return country;
        }

        /// <summary>
        /// A new buyer whose country the rows leave out is one of the country of the stop where it stands first, or of the only one that the mission goes to: met at two stops, it is
        /// still one.
        /// </summary>
        private string? CountryOfNew(string buyer, Place? stop)
        {
            var country = countries.GetValueOrDefault(buyer) ?? stop?.Country ?? (stops.Select(other => other.Country).Distinct().ToList() is [var only] ? only : null);
            if (country is not null)
            {
                countries[buyer] = country;
            }

            return country;
        }

        private static string? CurrencyOf(PlannedRow row, string text)
        {
            var currency = text.Length == 0 ? null : Domain.Currencies.Find(text.ToUpperInvariant())?.Code;
            if (currency is null && text.Length > 0)
            {
                row.Refuse(Currency, Texts.Of(Domain.MoneyRefusal.UnknownCurrency));
            }

            return currency;
        }

        /// <summary>In the currency that the cell names, else in that of the row, else in that of the column's unit.</summary>
        private (decimal? Amount, string? Currency) AmountOf(PlannedRow row, string column, string text, string? ofRow)
        {
            var unit = content.Units.GetValueOrDefault(column) ?? new ImportUnit(1, mission.BaseCurrency);
            if (text.Length == 0)
            {
                return (null, null);
            }

            if (AmountText.Read(text, unit.Size) is not { } amount)
            {
                row.Refuse(column, Texts.Get("Consultations.NotAnAmount"));
                return (null, null);
            }

            if (amount.Currency is { } named && ofRow is not null && named != ofRow)
            {
                row.Refuse(column, Texts.Get("Consultations.CurrencyDiffers", named, ofRow));
            }

            if (amount.Currency is null && ofRow is not null && ofRow != unit.Currency && unit.Size != 1)
            {
                // 60 below 만불 beside VND: of which currency ten thousand?
                row.Refuse(column, Texts.Get("Imports.UnitOfOtherCurrency", unit.Label, ofRow));
            }

            return (amount.Amount, amount.Currency ?? ofRow ?? unit.Currency);
        }

        private Place? StopOf(PlannedRow row, string text, DateOnly? day)
        {
            if (text.Length == 0)
            {
                return stops is [var only] ? only : stops.Where(stop => day is { } held && stop.HasDay(held)).ToList() is [var that] ? that : null;
            }

            if (!stopsByText.TryGetValue(text, out var called))
            {
                var folded = SearchText.Fold(text);
                stopsByText[text] = called = [.. stops.Where(stop => stop.IsCalled(folded))];
            }

            var meant = called is [var one] ? one : called.Find(stop => day is { } held && stop.HasDay(held));
            if (meant is null)
            {
                row.Refuse(ImportColumns.Stop, Texts.Get("Consultations.NotAStopOfThisMission"));
            }

            return meant;
        }

        private Partner? CompanyOf(PlannedRow row, string text)
        {
            if (text.Length == 0)
            {
                row.Refuse(Company, Texts.Get("Imports.CompanyMissing"));
                return null;
            }

            if (!partnersByText.TryGetValue(text, out var meant))
            {
                var (folded, key, number) = (SearchText.Fold(text), NameKey.Of(text), Domain.Companies.RegistrationNumber.Parse(text));
                meant = partners.Where(partner => partner.IsCalled(folded) || (number is not null && partner.Number == number)).ToList();
                partnersByText[text] = meant = meant.Count > 0 ? meant : [.. partners.Where(partner => partner.IsLike(key))];
            }

            if (meant is [var only])
            {
                return only;
            }

            row.Refuse(Company, Texts.Get(meant.Count == 0 ? "Imports.NoSuchCompany" : "Imports.SeveralCompanies"));
            return null;
        }
    }
}
