using Microsoft.AspNetCore.Identity;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Identity's refusals in the user's language.</summary>
internal sealed class PortalIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) => Of(nameof(PasswordTooShort), length);

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Of(nameof(PasswordRequiresUniqueChars), uniqueChars);

    public override IdentityError PasswordMismatch() => Of(nameof(PasswordMismatch));

    public override IdentityError DuplicateEmail(string email) => Of(nameof(DuplicateEmail));

    public override IdentityError DuplicateUserName(string userName) => Of(nameof(DuplicateEmail));

    public override IdentityError InvalidEmail(string? email) => Of(nameof(InvalidEmail));

    public override IdentityError InvalidUserName(string? userName) => Of(nameof(InvalidEmail));

    public override IdentityError ConcurrencyFailure() => Of(nameof(ConcurrencyFailure));

    public IdentityError PasswordTooCommon() => Of(nameof(PasswordTooCommon));

    public IdentityError PasswordHoldsName() => Of(nameof(PasswordHoldsName));

    private static IdentityError Of(string code, params object[] args) => new() { Code = code, Description = Texts.Get($"Account.Refused.{code}", args) };
}
