using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Admin;

/// <summary>Inviting somebody and editing an account.</summary>
public sealed class UserForm : IVersionedForm
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Role { get; set; }

    public long? CompanyId { get; set; }

    public string? Language { get; set; }

    public int? Version { get; set; }

    /// <summary>Set by the controller when an existing account is edited.</summary>
    internal long? UserId { get; set; }

    public static UserForm Of(TradeUser user, string? role)
    {
        var form = new UserForm { UserId = user.Id, Name = user.Name, Email = user.Email, Role = role, CompanyId = user.CompanyId, Language = user.Language };
        form.Version = form.Fingerprint();
        return form;
    }

    /// <summary>Writes a form that is valid into the account; the role is not part of it.</summary>
    public void Apply(TradeUser user)
    {
        user.Name = SearchText.Stored(Name)!;
        user.Email = user.UserName = Email!.Trim();
        user.CompanyId = Role == Roles.Company ? CompanyId : null;
        user.Language = Language!;
    }

    /// <summary>Stands for a version: an account has none, and signing in must not look like an edit.</summary>
    private int Fingerprint() => BinaryPrimitives.ReadInt32LittleEndian(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Name, Email, Role, CompanyId, Language))));

    public sealed class Validator : AbstractValidator<UserForm>
    {
        public Validator(TradeDbContext db)
        {
            RuleFor(form => form.Name).NotEmpty().MaximumLength(100);
            RuleFor(form => form.Email).NotEmpty().EmailAddress().MaximumLength(256);
            RuleFor(form => form.Email)
                .MustAsync(async (form, email, cancellation) =>
                {
                    var normalized = email!.Trim().Normalize().ToUpperInvariant();
                    return !await db.Users.AnyAsync(user => user.NormalizedEmail == normalized && user.Id != form.UserId, cancellation);
                })
                .WithMessage(_ => Texts.Get("Account.Refused.DuplicateEmail"))
                .When(form => !string.IsNullOrWhiteSpace(form.Email));
            RuleFor(form => form.Role).NotEmpty().Must(role => role is null || Roles.All.Contains(role)).WithMessage(_ => Texts.Get("Shared.BadInput"));
            RuleFor(form => form.Language).NotEmpty().Must(language => language is null or "ko" or "en").WithMessage(_ => Texts.Get("Shared.BadInput"));
            RuleFor(form => form.CompanyId).NotNull().WithMessage(_ => Texts.Get("Admin.CompanyNeeded"))
                .MustAsync(async (id, cancellation) => id is null || await db.Companies.AnyAsync(company => company.Id == id, cancellation))
                .WithMessage(_ => Texts.Get("Shared.BadInput"))
                .When(form => form.Role == Roles.Company);
            RuleFor(form => form.CompanyId).Null().WithMessage(_ => Texts.Get("Admin.CompanyNotHere")).When(form => form.Role is not null and not Roles.Company);
        }
    }
}
