using FluentValidation;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Buyers;
using TradeMission.Web.Infrastructure;
using static TradeMission.Web.Features.Imports.ImportColumns;

namespace TradeMission.Web.Features.Imports;

/// <summary>Rows that become buyers of the register. One that is there already stays as it is.</summary>
internal sealed class BuyerImporter(TradeDbContext db, IValidator<BuyerForm> validator) : IImporter
{
    private static readonly Dictionary<string, int> Places = Of(ImportKind.Buyers).Index().ToDictionary(column => column.Item.Name, column => column.Index);

    /// <summary>Whether a name is there is asked for all rows together.</summary>
    private static readonly string[] Checked =
        [nameof(BuyerForm.Name), nameof(BuyerForm.NameOther), nameof(BuyerForm.Country), nameof(BuyerForm.City), nameof(BuyerForm.Interests), nameof(BuyerForm.IntroducedBy), nameof(BuyerForm.Notes)];

    private readonly Dictionary<PlannedRow, BuyerForm> forms = [];

    public ImportKind Kind => ImportKind.Buyers;

    public async Task<ImportPlan> PlanAsync(long? missionId, ImportContent content, ImportProgress progress, CancellationToken cancellation)
    {
        forms.Clear();
        progress.Begin(ImportStage.Checking, content.Rows.Count);
        var known = await KnownBuyers.OfAsync(db, content.Rows.SelectMany(row => new[] { row.Cells[Places[Name]], row.Cells[Places[NameOther]] }), cancellation);
        var rows = content.Rows.Select(row => new PlannedRow(row)).ToList();
        var above = new Dictionary<(string Key, string? Country), int>();
        foreach (var row in rows)
        {
            progress.Step(1);
            if (!row.Row.IsLeftOut)
            {
                await CheckAsync(row, content, known, above, cancellation);
            }
        }

        return new ImportPlan(rows, null, await OfferedAsync(missionId, cancellation));
    }

    public IEnumerable<ImportBatch> Add(ImportPlan plan) => ImportBatch.Of(db, plan, row => forms[row].Create());

    public Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfferedAsync(long? missionId, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(new Dictionary<string, IReadOnlyList<string>> { [Country] = [.. CountryNames.Choices().Select(country => country.Text)] });

    private async Task CheckAsync(PlannedRow row, ImportContent content, KnownBuyers known, Dictionary<(string Key, string? Country), int> above, CancellationToken cancellation)
    {
        string? Cell(string column) => row.Row.Cells[Places[column]] is { Length: > 0 } text ? text : null;
        var country = CountryNames.Find(Cell(Country));
        if (country is null)
        {
            row.Refuse(Country, Texts.Get(Cell(Country) is null ? "Imports.CountryMissing" : "Consultations.UnknownCountry"));
        }

        var form = forms[row] = new BuyerForm
        {
            Name = Cell(Name),
            NameOther = Cell(NameOther),
            Country = country,
            City = Cell(City),
            Interests = Cell(Interests),
            IntroducedBy = Cell(IntroducedBy),
            Notes = Cell(Notes),
            Credit = Credit.Unknown,
        };
        foreach (var error in (await validator.ValidateAsync(form, options => options.IncludeProperties(Checked), cancellation)).Errors)
        {
            row.Refuse(error.PropertyName, error.ErrorMessage);
        }

        if (form.Name is not { } name)
        {
            return;
        }

        if (Formula.IsIn(name))
        {
            row.Refuse(Name, Texts.Get("Imports.Formula"));
            return;
        }

        row.Match = known.Match(name, form.NameOther, country, content.Choices);
        row.IsThere = row.Match.Kind == MatchKind.Existing;
        if (!row.IsThere && !above.TryAdd((NameKey.Of(name), country), row.Row.Number) && !row.Row.IsAnother)
        {
            row.IsAgain = true;
            row.Warn(Name, Texts.Get("Imports.NameAbove", above[(NameKey.Of(name), country)]));
        }
    }
}
