using Microsoft.AspNetCore.Identity;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Letting people in: what pages and commands share about passwords, links and locks.</summary>
public sealed class Accounts(
    UserManager<TradeUser> users, SignInManager<TradeUser> sessions, IPasswordHasher<TradeUser> hasher, TradeDbContext db, Letters letters, IMailSender sender,
    Postbox postbox, TimeProvider clock, IHttpContextAccessor http)
{
    private static string? nobodysHash;

    /// <summary>Signs in. Whatever stands against it, the answer is the same and costs one password hash: a stranger learns nothing about accounts.</summary>
    public async Task<bool> SignInAsync(string email, string password)
    {
        var user = await users.FindByNameAsync(email.Trim());
        if (user is not { IsActive: true, PasswordHash: not null } || await users.IsLockedOutAsync(user))
        {
            CheckNothing(password);
            return false;
        }

        var result = await sessions.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut)
        {
            postbox.Post(letters.Locked(user));
        }

        if (!result.Succeeded)
        {
            return false;
        }

        await StartAsync(user);
        return true;
    }

    /// <summary>Sends the link for a new password, or the invitation again where there is no password yet; nothing where there is no usable account.</summary>
    public async Task SendPasswordLinkAsync(string email)
    {
        if (await users.FindByEmailAsync(email.Trim()) is { IsActive: true } user)
        {
            postbox.Post(user.PasswordHash is null
                ? letters.Invitation(user, await InvitationTokenAsync(user))
                : letters.PasswordReset(user, await users.GeneratePasswordResetTokenAsync(user)));
        }
    }

    /// <summary>Sends a link under which the person chooses the first password.</summary>
    /// <exception cref="MailNotSentException">The account is there, but the mail was not handed over.</exception>
    public async Task InviteAsync(TradeUser user, CancellationToken cancellation) =>
        await sender.SendAsync(letters.Invitation(user, await InvitationTokenAsync(user)), cancellation);

    /// <summary>The person whose invitation this is, while it can be accepted.</summary>
    public async Task<TradeUser?> FindInvitedAsync(long id, string? code) =>
        await FindAsync(id) is { PasswordHash: null } user
        && await users.VerifyUserTokenAsync(user, InvitationTokens.Provider, InvitationTokens.Purpose, Letters.Decode(code))
            ? user : null;

    public async Task<IdentityResult> AcceptAsync(TradeUser invited, string password)
    {
        ActAs(invited);
        invited.EmailConfirmed = true;
        var result = await users.AddPasswordAsync(invited, password);
        if (result.Succeeded)
        {
            await StartAsync(invited);
        }

        return result;
    }

    /// <summary>The person whose link for a new password this is, while it works.</summary>
    public async Task<TradeUser?> FindResettingAsync(long id, string? code) =>
        await FindAsync(id) is { PasswordHash: not null } user
        && await users.VerifyUserTokenAsync(
            user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<TradeUser>.ResetPasswordTokenPurpose, Letters.Decode(code))
            ? user : null;

    /// <summary>Sets the new password, ends all sessions and unlocks the account.</summary>
    public async Task<IdentityResult> ResetAsync(TradeUser user, string? code, string password)
    {
        ActAs(user);
        var result = await users.ResetPasswordAsync(user, Letters.Decode(code), password);
        if (result.Succeeded)
        {
            await UnlockAsync(user);
            postbox.Post(letters.PasswordChanged(user));
        }

        return result;
    }

    /// <summary>Changes the password of somebody who is signed in, and ends the other sessions.</summary>
    public async Task<IdentityResult> ChangePasswordAsync(TradeUser user, string current, string next)
    {
        var result = await users.ChangePasswordAsync(user, current, next);
        if (result.Succeeded)
        {
            await sessions.RefreshSignInAsync(user);
            postbox.Post(letters.PasswordChanged(user));
        }

        return result;
    }

    public async Task UnlockAsync(TradeUser user)
    {
        await users.ResetAccessFailedCountAsync(user);
        await users.SetLockoutEndDateAsync(user, null);
    }

    private async Task StartAsync(TradeUser user)
    {
        user.LastSignedInAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync();
        await sessions.SignInAsync(user, isPersistent: false);
        http.HttpContext?.SpeakAtFirst(user.Language);
    }

    private async Task<TradeUser?> FindAsync(long id) => await db.Users.FindAsync(id) is { IsActive: true } user ? user : null;

    private Task<string> InvitationTokenAsync(TradeUser user) => users.GenerateUserTokenAsync(user, InvitationTokens.Provider, InvitationTokens.Purpose);

    /// <summary>Who holds the link is the account's owner, before any session says so.</summary>
    private void ActAs(TradeUser user) => db.Actor = new Actor(user.Id, user.Name, http.HttpContext?.TraceIdentifier);

    private void CheckNothing(string password)
    {
        var nobody = new TradeUser { Name = "" };
        nobodysHash ??= hasher.HashPassword(nobody, "a password that nobody has");
        hasher.VerifyHashedPassword(nobody, nobodysHash, password);
    }
}
