using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Buyers;

/// <summary>Creating and editing a buyer.</summary>
public sealed class BuyerForm : IVersionedForm
{
    public string? Name { get; set; }

    public string? NameOther { get; set; }

    public string? Country { get; set; }

    public string? City { get; set; }

    public string? Interests { get; set; }

    public string? IntroducedBy { get; set; }

    public long? IntroducedBySisterCityId { get; set; }

    public string? Notes { get; set; }

    public Credit? Credit { get; set; }

    public DateOnly? CreditCheckedOn { get; set; }

    public DateOnly? CreditExpiresOn { get; set; }

    /// <summary>Why the credit changes; it stands in the audit trail.</summary>
    public string? CreditReason { get; set; }

    /// <summary>That the buyer is another one than those of the same name.</summary>
    public bool SameNameConfirmed { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>As stored; set by the controller when an existing buyer is edited.</summary>
    internal Buyer? Stored { get; set; }

    /// <summary>Other buyers of the same name, however it is written, in the same country as far as it is known.</summary>
    internal IReadOnlyList<Namesake> Namesakes { get; private set; } = [];

    private bool ChangesCredit =>
        Stored is { } stored ? (Credit, CreditCheckedOn, CreditExpiresOn) != (stored.Credit, stored.CreditCheckedOn, stored.CreditExpiresOn) : Credit == Domain.Buyers.Credit.Blocked;

    public sealed record Namesake(long Id, string Name, string? NameOther, string? City);

    public static BuyerForm Of(Buyer buyer) => new()
    {
        Stored = buyer,
        Name = buyer.Name,
        NameOther = buyer.NameOther,
        Country = buyer.Country,
        City = buyer.City,
        Interests = buyer.Interests,
        IntroducedBy = buyer.IntroducedBy,
        IntroducedBySisterCityId = buyer.IntroducedBySisterCityId,
        Notes = buyer.Notes,
        Credit = buyer.Credit,
        CreditCheckedOn = buyer.CreditCheckedOn,
        CreditExpiresOn = buyer.CreditExpiresOn,
        Version = buyer.Version,
    };

    /// <summary>A new buyer of a form that is valid.</summary>
    public Buyer Create()
    {
        var buyer = new Buyer { Name = Name!, Country = Country };
        Apply(buyer);
        return buyer;
    }

    /// <summary>Writes a form that is valid into the buyer.</summary>
    public void Apply(Buyer buyer)
    {
        buyer.Name = SearchText.Stored(Name)!;
        buyer.NameOther = SearchText.Stored(NameOther);
        buyer.Country = Country;
        buyer.City = SearchText.Stored(City);
        buyer.Interests = SearchText.Stored(Interests);
        buyer.IntroducedBy = SearchText.Stored(IntroducedBy);
        buyer.IntroducedBySisterCityId = IntroducedBySisterCityId;
        buyer.Notes = SearchText.Stored(Notes);
        buyer.Credit = Credit!.Value;
        buyer.CreditCheckedOn = CreditCheckedOn;
        buyer.CreditExpiresOn = CreditExpiresOn;
    }

    /// <summary>Looks for <see cref="Namesakes"/>; an edit that changes neither name nor country has been asked before.</summary>
    private async Task<bool> HasNamesakesAsync(TradeDbContext db, CancellationToken cancellation)
    {
        if (Stored is { } stored && (SearchText.Fold(stored.Name), SearchText.Fold(stored.NameOther), stored.Country) == (SearchText.Fold(Name), SearchText.Fold(NameOther), Country))
        {
            return false;
        }

        var typed = new Buyer { Name = Name!, NameOther = NameOther, Country = Country };
        var alike = await Duplicates.LikeAsync(db, typed, [], Stored?.Id, cancellation);
        alike.AddRange((await Duplicates.SoundingLikeAsync(db.Buyers, typed, Stored?.Id, cancellation)).ExceptBy(alike.Select(buyer => buyer.Id), buyer => buyer.Id));
        Namesakes = [.. alike.Where(buyer => buyer.Country is null || Country is null || buyer.Country == Country).Select(buyer => new Namesake(buyer.Id, buyer.Name, buyer.NameOther, buyer.City))];
        return Namesakes.Count > 0;
    }

    public sealed class Validator : AbstractValidator<BuyerForm>
    {
        public Validator(TradeDbContext db, Office office)
        {
            RuleFor(form => form.Name).NotEmpty().MaximumLength(200);
            RuleFor(form => form.NameOther).MaximumLength(200);
            RuleFor(form => form.Country).Must(Countries.IsKnown).WithMessage(_ => Texts.Get("Shared.BadInput")).When(form => form.Country is not null);
            RuleFor(form => form.City).MaximumLength(200);
            RuleFor(form => form.Interests).MaximumLength(1000);
            RuleFor(form => form.IntroducedBy).MaximumLength(200);
            RuleFor(form => form.IntroducedBySisterCityId).MustAsync((id, cancellation) => db.SisterCities.AnyAsync(city => city.Id == id, cancellation))
                .WithMessage(_ => Texts.Get("Shared.BadInput")).When(form => form.IntroducedBySisterCityId is not null);
            RuleFor(form => form.Notes).MaximumLength(4000);
            RuleFor(form => form.Credit).NotNull().IsInEnum();
            RuleFor(form => form.CreditCheckedOn).NotNull().WithMessage(_ => Texts.Get("Buyers.CheckedWhen")).When(form => form.Credit == Domain.Buyers.Credit.Checked);
            RuleFor(form => form.CreditCheckedOn).LessThanOrEqualTo(_ => office.Today).WithMessage(_ => Texts.Get("Buyers.CheckedInFuture"));
            RuleFor(form => form.CreditExpiresOn).GreaterThan(form => form.CreditCheckedOn).WithMessage(_ => Texts.Get("Buyers.ExpiresBeforeCheck")).When(form => form.CreditCheckedOn is not null);
            RuleFor(form => form.CreditExpiresOn).Null().WithMessage(_ => Texts.Get("Buyers.NothingExpires")).When(form => form.Credit == Domain.Buyers.Credit.Unknown);
            RuleFor(form => form.CreditReason).NotEmpty().WithMessage(_ => Texts.Get("Buyers.SayWhy")).When(form => form.ChangesCredit);
            RuleFor(form => form.CreditReason).MaximumLength(1000);
            RuleFor(form => form.SameNameConfirmed)
                .MustAsync(async (form, confirmed, cancellation) => !await form.HasNamesakesAsync(db, cancellation) || confirmed)
                .WithMessage(_ => Texts.Get("Buyers.ConfirmSameName")).When(form => !string.IsNullOrWhiteSpace(form.Name));
        }
    }
}
