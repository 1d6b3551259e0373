using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.SisterCities;

/// <summary>Creating and editing a sister city.</summary>
public sealed class SisterCityForm : IVersionedForm
{
    public string? NameKo { get; set; }

    public string? NameEn { get; set; }

    public string? NameLocal { get; set; }

    public string? Country { get; set; }

    public string? Region { get; set; }

    public SisterCityKind? Kind { get; set; }

    public DateOnly? AgreedOn { get; set; }

    public string? Notes { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    internal long? SisterCityId { get; set; }

    public static SisterCityForm Of(SisterCity city) => new()
    {
        SisterCityId = city.Id,
        NameKo = city.NameKo,
        NameEn = city.NameEn,
        NameLocal = city.NameLocal,
        Country = city.Country,
        Region = city.Region,
        Kind = city.Kind,
        AgreedOn = city.AgreedOn,
        Notes = city.Notes,
        Version = city.Version,
    };

    public SisterCity Create()
    {
        var city = new SisterCity { NameKo = NameKo!, NameEn = NameEn!, Country = Country! };
        Apply(city);
        return city;
    }

    public void Apply(SisterCity city)
    {
        city.NameKo = SearchText.Stored(NameKo)!;
        city.NameEn = SearchText.Stored(NameEn)!;
        city.NameLocal = SearchText.Stored(NameLocal);
        city.Country = Country!;
        city.Region = SearchText.Stored(Region);
        city.Kind = Kind!.Value;
        city.AgreedOn = AgreedOn;
        city.Notes = SearchText.Stored(Notes);
    }

    public sealed class Validator : AbstractValidator<SisterCityForm>
    {
        public Validator(TradeDbContext db, Office office)
        {
            RuleFor(form => form.NameKo).NotEmpty().MaximumLength(200);
            RuleFor(form => form.NameEn).NotEmpty().MaximumLength(200);
            RuleFor(form => form.NameLocal).MaximumLength(200);
            RuleFor(form => form.Country).NotEmpty().Must(Countries.IsKnown).WithMessage(_ => Texts.Get("Shared.UnknownCountry"));
            RuleFor(form => form.Region).MaximumLength(60);
            RuleFor(form => form.Kind).NotNull().IsInEnum();
            RuleFor(form => form.AgreedOn).Must(day => day is null || (day <= office.Today && day.Value.Year >= 1900)).WithMessage(_ => Texts.Get("SisterCities.AgreedInFuture"));
            RuleFor(form => form.Notes).MaximumLength(4000);
            RuleFor(form => form.NameEn)
                .MustAsync(async (form, name, cancellation) =>
                {
                    var stored = SearchText.Stored(name);
                    return !await db.SisterCities.AnyAsync(city => city.Country == form.Country && city.NameEn == stored && city.Id != form.SisterCityId, cancellation);
                })
                .WithMessage(_ => Texts.Get("SisterCities.Taken")).When(form => form.NameEn is not null);
        }
    }
}
