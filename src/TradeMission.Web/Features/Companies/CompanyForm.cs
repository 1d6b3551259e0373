using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

/// <summary>Creating and editing a company.</summary>
public sealed class CompanyForm : IVersionedForm
{
    public string? NameKo { get; set; }

    public string? NameEn { get; set; }

    /// <summary>As typed, hyphens or not.</summary>
    public string? RegistrationNumber { get; set; }

    public string? Representative { get; set; }

    public string? District { get; set; }

    public string? Industry { get; set; }

    public CompanySize? Size { get; set; }

    /// <summary>Names or codes with commas between.</summary>
    public string? ExportCountries { get; set; }

    public string? Notes { get; set; }

    /// <summary>That the company is another one than those of the same name.</summary>
    public bool SameNameConfirmed { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>Set by the controller when an existing company is edited.</summary>
    internal long? CompanyId { get; set; }

    /// <summary>Other companies of the same name, however it is written.</summary>
    internal IReadOnlyList<Holder> Namesakes { get; private set; } = [];

    /// <summary>The company that has this registration number already.</summary>
    internal Holder? TakenBy { get; private set; }

    public sealed record Holder(long Id, string Name);

    public static CompanyForm Of(Company company) => new()
    {
        CompanyId = company.Id,
        NameKo = company.NameKo,
        NameEn = company.NameEn,
        RegistrationNumber = company.RegistrationNumber is { } digits ? Domain.Companies.RegistrationNumber.Format(digits) : null,
        Representative = company.Representative,
        District = company.District,
        Industry = company.Industry,
        Size = company.Size,
        ExportCountries = CountryList.Names(company.ExportCountries),
        Notes = company.Notes,
        Version = company.Version,
    };

    /// <summary>A new company of a form that is valid.</summary>
    public Company Create()
    {
        var company = new Company { NameKo = SearchText.Stored(NameKo)! };
        Apply(company);
        return company;
    }

    /// <summary>Writes a form that is valid into the company.</summary>
    public void Apply(Company company)
    {
        company.NameKo = SearchText.Stored(NameKo)!;
        company.NameEn = SearchText.Stored(NameEn);
        company.RegistrationNumber = Domain.Companies.RegistrationNumber.Parse(RegistrationNumber);
        company.Representative = SearchText.Stored(Representative);
        company.District = SearchText.Stored(District);
        company.Industry = SearchText.Stored(Industry);
        company.Size = Size!.Value;
        company.ExportCountries = CountryList.Stored(ExportCountries);
        company.Notes = SearchText.Stored(Notes);
    }

    /// <summary>Looks for another company with this registration number; it is then <see cref="TakenBy"/>.</summary>
    public async Task<bool> IsTakenAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var digits = Domain.Companies.RegistrationNumber.Parse(RegistrationNumber);
        var holder = digits is null ? null : await db.Companies.IgnoreQueryFilters().Where(company => company.RegistrationNumber == digits && company.Id != CompanyId)
            .Select(company => new { company.Id, company.NameKo, company.NameEn }).FirstOrDefaultAsync(cancellation);

        // Also the number of a company that was merged: its address leads to the one that stands for it.
        TakenBy = holder is null ? null : new Holder(holder.Id, Show.Name(holder.NameKo, holder.NameEn));
        return TakenBy is not null;
    }

    /// <summary>Looks for <see cref="Namesakes"/>; an edit that changes no name has been asked before.</summary>
    private async Task<bool> HasNamesakesAsync(TradeDbContext db, CancellationToken cancellation)
    {
        var typed = new Company { NameKo = NameKo!, NameEn = NameEn };
        if (CompanyId is { } id && await db.Companies.AsNoTracking().FirstOrDefaultAsync(company => company.Id == id, cancellation) is { } stored
            && (SearchText.Fold(stored.NameKo), SearchText.Fold(stored.NameEn)) == (SearchText.Fold(NameKo), SearchText.Fold(NameEn)))
        {
            return false;
        }

        var alike = await Duplicates.LikeAsync(db, typed, CompanyId, cancellation);
        alike.AddRange((await Duplicates.SoundingLikeAsync(db.Companies, typed, CompanyId, cancellation)).ExceptBy(alike.Select(company => company.Id), company => company.Id));
        Namesakes = [.. alike.Select(company => new Holder(company.Id, Show.Name(company.NameKo, company.NameEn)))];
        return Namesakes.Count > 0;
    }

    public sealed class Validator : AbstractValidator<CompanyForm>
    {
        public Validator(TradeDbContext db)
        {
            RuleFor(form => form.NameKo).NotEmpty().MaximumLength(200);
            RuleFor(form => form.NameEn).MaximumLength(200);
            RuleFor(form => form.RegistrationNumber).Cascade(CascadeMode.Stop)
                .Must(HasTenDigits).WithMessage(_ => Texts.Get("Companies.NotTenDigits"))
                .Must(typed => Domain.Companies.RegistrationNumber.Parse(typed) is not null).WithMessage(_ => Texts.Get("Companies.WrongCheckDigit"))
                .MustAsync(async (form, _, cancellation) => !await form.IsTakenAsync(db, cancellation)).WithMessage(form => Texts.Get("Companies.Taken", form.TakenBy!.Name))
                .When(form => !string.IsNullOrWhiteSpace(form.RegistrationNumber));
            RuleFor(form => form.SameNameConfirmed)
                .MustAsync(async (form, confirmed, cancellation) => !await form.HasNamesakesAsync(db, cancellation) || confirmed)
                .WithMessage(_ => Texts.Get("Companies.ConfirmSameName")).When(form => !string.IsNullOrWhiteSpace(form.NameKo));
            RuleFor(form => form.Representative).MaximumLength(200);
            RuleFor(form => form.District).MaximumLength(200);
            RuleFor(form => form.Industry).MaximumLength(200);
            RuleFor(form => form.Size).NotNull().IsInEnum();
            RuleFor(form => form.ExportCountries).MaximumLength(4000);
            RuleFor(form => form.ExportCountries).Must(typed => CountryList.Unknown(typed).Count == 0)
                .WithMessage(form => Texts.Get("Companies.UnknownCountries", string.Join(", ", CountryList.Unknown(form.ExportCountries))));
            RuleFor(form => form.Notes).MaximumLength(4000);
        }

        private static bool HasTenDigits(string? typed) => SearchText.Fold(typed).Count(char.IsAsciiDigit) == 10;
    }
}
