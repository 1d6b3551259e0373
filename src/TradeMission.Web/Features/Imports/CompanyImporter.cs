using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Companies;
using TradeMission.Web.Infrastructure;
using static TradeMission.Web.Features.Imports.ImportColumns;

namespace TradeMission.Web.Features.Imports;

/// <summary>Rows that become companies of the register. One that is there already stays as it is.</summary>
internal sealed class CompanyImporter(TradeDbContext db, IValidator<CompanyForm> validator) : IImporter
{
    /// <summary>Keys in one question: servers take about two thousand parameters.</summary>
    private const int Together = 250;

    private static readonly Dictionary<string, int> Places = Of(ImportKind.Companies).Index().ToDictionary(column => column.Item.Name, column => column.Index);

    /// <summary>Whether a number is taken is asked for all rows together.</summary>
    private static readonly string[] Checked =
        [nameof(CompanyForm.NameKo), nameof(CompanyForm.NameEn), nameof(CompanyForm.Representative), nameof(CompanyForm.District), nameof(CompanyForm.Industry), nameof(CompanyForm.ExportCountries), nameof(CompanyForm.Notes)];

    private readonly Dictionary<PlannedRow, CompanyForm> forms = [];

    public ImportKind Kind => ImportKind.Companies;

    private sealed record Found(long Id, string NameKo, string? NameEn, string? Number, string? District)
    {
        public ImportMatch.Known Known => new(Id, Show.Name(NameKo, NameEn), string.Join(" · ", new[] { Number is null ? null : Domain.Companies.RegistrationNumber.Format(Number), District }.Where(part => !string.IsNullOrEmpty(part))));
    }

    public async Task<ImportPlan> PlanAsync(long? missionId, ImportContent content, ImportProgress progress, CancellationToken cancellation)
    {
        forms.Clear();
        progress.Begin(ImportStage.Checking, content.Rows.Count);
        var known = await KnownAsync(content.Rows, cancellation);
        var rows = content.Rows.Select(row => new PlannedRow(row)).ToList();
        var above = new Dictionary<string, int>();
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
        Task.FromResult<IReadOnlyDictionary<string, IReadOnlyList<string>>>(new Dictionary<string, IReadOnlyList<string>> { [Size] = ChoiceText<CompanySize>.Words });

    private async Task CheckAsync(PlannedRow row, ImportContent content, Dictionary<string, List<Found>> known, Dictionary<string, int> above, CancellationToken cancellation)
    {
        string? Cell(string column) => row.Row.Cells[Places[column]] is { Length: > 0 } text ? text : null;
        var typed = Cell(ImportColumns.RegistrationNumber);
        var number = Domain.Companies.RegistrationNumber.Parse(typed);
        if (typed is not null && number is null)
        {
            row.Refuse(ImportColumns.RegistrationNumber, Texts.Get(typed.Count(char.IsAsciiDigit) == 10 ? "Companies.WrongCheckDigit" : "Companies.NotTenDigits"));
        }

        var form = forms[row] = new CompanyForm
        {
            NameKo = Cell(NameKo),
            NameEn = Cell(NameEn),
            RegistrationNumber = typed,
            Representative = Cell(Representative),
            District = Cell(District),
            Industry = Cell(Industry),
            Size = ChoiceText<CompanySize>.Read(row, Size, Cell(Size) ?? "") ?? CompanySize.Unknown,
            ExportCountries = Cell(ExportCountries),
            Notes = Cell(Notes),
        };
        foreach (var error in (await validator.ValidateAsync(form, options => options.IncludeProperties(Checked), cancellation)).Errors)
        {
            row.Refuse(error.PropertyName, error.ErrorMessage);
        }

        if (form.NameKo is not { } name)
        {
            return;
        }

        if (Formula.IsIn(name))
        {
            row.Refuse(NameKo, Texts.Get("Imports.Formula"));
            return;
        }

        row.Match = Match(name, form.NameEn, number, known, content.Choices);
        row.IsThere = row.Match.Kind == MatchKind.Existing;
        if (!row.IsThere)
        {
            LookAbove(row, name, number, above);
        }
    }

    /// <summary>A registration number tells; a name only makes probable, except where it is the same and neither has a number that says otherwise.</summary>
    private static ImportMatch Match(string name, string? nameEn, string? number, Dictionary<string, List<Found>> known, Dictionary<string, string> choices)
    {
        var key = $"{SearchText.Fold(name)}|{number}";
        var holder = number is null ? null : known.GetValueOrDefault(number)?.FirstOrDefault();
        if (holder is not null)
        {
            return new ImportMatch(MatchKind.Existing, key, [holder.Known]) { Meant = holder.Known };
        }

        var alike = new[] { name, nameEn }.Select(NameKey.Of).Where(each => each.Length > 0).SelectMany(each => known.GetValueOrDefault(each) ?? []).DistinctBy(company => company.Id).ToList();
        var exact = alike.Where(company => SearchText.Fold(company.NameKo) == SearchText.Fold(name) && (number is null || company.Number is null)).ToList();
        var choice = choices.GetValueOrDefault(key);
        var meant = choice is null ? exact is [var only] ? only : null : alike.Find(company => $"{company.Id}" == choice);
        var kind = meant is not null ? MatchKind.Existing : alike.Count == 0 || choice == ImportContent.New ? MatchKind.New : MatchKind.Probable;
        return new ImportMatch(kind, key, [.. alike.Select(company => company.Known)]) { Meant = meant?.Known };
    }

    private static void LookAbove(PlannedRow row, string name, string? number, Dictionary<string, int> above)
    {
        if (number is not null && !above.TryAdd(number, row.Row.Number))
        {
            row.Refuse(ImportColumns.RegistrationNumber, Texts.Get("Imports.NumberAbove", above[number]));
        }
        else if (!above.TryAdd($"name {NameKey.Of(name)}", row.Row.Number) && !row.Row.IsAnother)
        {
            row.IsAgain = true;
            row.Warn(NameKo, Texts.Get("Imports.NameAbove", above[$"name {NameKey.Of(name)}"]));
        }
    }

    /// <summary>Companies by number and by the keys of their names.</summary>
    private async Task<Dictionary<string, List<Found>>> KnownAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var known = new Dictionary<string, List<Found>>(StringComparer.Ordinal);
        foreach (var some in rows.Chunk(Together))
        {
            var numbers = some.Select(row => Domain.Companies.RegistrationNumber.Parse(row.Cells[Places[ImportColumns.RegistrationNumber]])).OfType<string>().Distinct().ToList();
            var keys = some.SelectMany(row => new[] { row.Cells[Places[NameKo]], row.Cells[Places[NameEn]] }).Select(NameKey.Of).Where(key => key.Length > 0).Distinct().ToList();
            var byNumber = await FoundAsync(db.Companies.Where(company => numbers.Contains(company.RegistrationNumber!)), cancellation);
            var byName = await FoundAsync(db.Companies.Where(company => keys.Contains(EF.Property<string>(company, "NameKey")) || keys.Contains(EF.Property<string>(company, "OtherNameKey"))), cancellation);
            foreach (var company in byNumber.Concat(byName))
            {
                foreach (var key in new[] { company.Number, NameKey.Of(company.NameKo), NameKey.Of(company.NameEn) }.OfType<string>().Where(key => key.Length > 0))
                {
                    var list = known.TryGetValue(key, out var there) ? there : known[key] = [];
                    if (!list.Contains(company))
                    {
                        list.Add(company);
                    }
                }
            }
        }

        return known;
    }

    private static Task<List<Found>> FoundAsync(IQueryable<Company> companies, CancellationToken cancellation) =>
        companies.OrderBy(company => company.Id).Select(company => new Found(company.Id, company.NameKo, company.NameEn, company.RegistrationNumber, company.District)).ToListAsync(cancellation);
}
