using FluentValidation;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Contacts;

/// <summary>A person at a company, a buyer or a sister city.</summary>
public sealed class ContactForm : IVersionedForm
{
    public string? Name { get; set; }

    public string? Position { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Notes { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>Set by the controller.</summary>
    internal ContactOwner? Owner { get; set; }

    internal long? ContactId { get; set; }

    public static ContactForm Of(Contact contact) => new()
    {
        ContactId = contact.Id,
        Name = contact.Name,
        Position = contact.Position,
        Email = contact.Email,
        Phone = contact.Phone,
        Notes = contact.Notes,
        Version = contact.Version,
    };

    /// <summary>Writes a form that is valid into the contact.</summary>
    public void Apply(Contact contact)
    {
        contact.Name = SearchText.Stored(Name)!;
        contact.Position = SearchText.Stored(Position);
        contact.Email = SearchText.Stored(Email);
        contact.Phone = SearchText.Stored(Phone);
        contact.Notes = SearchText.Stored(Notes);
    }

    public sealed class Validator : AbstractValidator<ContactForm>
    {
        public Validator()
        {
            RuleFor(form => form.Name).NotEmpty().MaximumLength(200);
            RuleFor(form => form.Position).MaximumLength(200);
            RuleFor(form => form.Email).MaximumLength(200);
            RuleFor(form => form.Email).EmailAddress().WithMessage(_ => Texts.Get("Contacts.NoEmail")).When(form => !string.IsNullOrWhiteSpace(form.Email));
            RuleFor(form => form.Phone).MaximumLength(60);
            RuleFor(form => form.Phone).Must(phone => SearchText.Fold(phone).Count(char.IsAsciiDigit) >= 3).WithMessage(_ => Texts.Get("Contacts.NoPhone"))
                .When(form => !string.IsNullOrWhiteSpace(form.Phone));
            RuleFor(form => form.Notes).MaximumLength(1000);
        }
    }
}
