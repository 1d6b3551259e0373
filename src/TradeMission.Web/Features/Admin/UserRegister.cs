using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Admin;

/// <summary>What an administrator does to accounts. There is always an active administrator left, and nobody shuts himself out.</summary>
public sealed class UserRegister(TradeDbContext db, UserManager<TradeUser> users, CurrentUser current)
{
    public async Task<string?> RoleOfAsync(long id, CancellationToken cancellation) =>
        await db.UserRoles.Where(holder => holder.UserId == id).Join(db.Roles, holder => holder.RoleId, role => role.Id, (_, role) => role.Name).FirstOrDefaultAsync(cancellation);

    /// <summary>Makes the account, without a password.</summary>
    public async Task<IdentityResult> AddAsync(TradeUser user, string role, CancellationToken cancellation)
    {
        await using var write = await db.BeginWriteAsync(cancellation);
        var result = await users.CreateAsync(user);
        if (result.Succeeded)
        {
            result = await users.AddToRoleAsync(user, role);
        }

        return await FinishAsync(write, result, cancellation);
    }

    /// <summary>Saves what the form wrote into the account, and the role. Whoever has a session signs in anew when the access changes.</summary>
    /// <param name="accessChanges">Whether address or company change too.</param>
    public async Task<IdentityResult> ChangeAsync(TradeUser user, string? from, string to, bool accessChanges, CancellationToken cancellation)
    {
        await using var write = await db.BeginWriteAsync(cancellation);
        if (from == Roles.Administrator && to != Roles.Administrator && !await MayLoseAsync(user, cancellation))
        {
            return Refused("LastAdministrator");
        }

        var result = await users.UpdateAsync(user);
        if (result.Succeeded && from != to)
        {
            result = from is null ? result : await users.RemoveFromRoleAsync(user, from);
            result = result.Succeeded ? await users.AddToRoleAsync(user, to) : result;
        }

        if (result.Succeeded && user.PasswordHash is not null && (accessChanges || from != to))
        {
            result = await users.UpdateSecurityStampAsync(user);
        }

        return await FinishAsync(write, result, cancellation);
    }

    /// <summary>Switches an account on or off; off ends its sessions.</summary>
    public async Task<IdentityResult> SwitchAsync(TradeUser user, bool on, CancellationToken cancellation)
    {
        await using var write = await db.BeginWriteAsync(cancellation);
        if (!on && !await MayLoseAsync(user, cancellation))
        {
            return Refused("LastAdministrator");
        }

        user.IsActive = on;
        return await FinishAsync(write, await users.UpdateSecurityStampAsync(user), cancellation);
    }

    /// <summary>Whether the portal can do without this account as an administrator. Two who take each other away at the same instant ask one after the other.</summary>
    private async Task<bool> MayLoseAsync(TradeUser user, CancellationToken cancellation)
    {
        if (user.Id == current.Id)
        {
            return false;
        }

        await db.LockAdministratorsAsync(cancellation);
        return await db.Users.AnyAsync(
            other => other.Id != user.Id && other.IsActive && other.PasswordHash != null
                && db.UserRoles.Any(holder => holder.UserId == other.Id && db.Roles.Any(role => role.Id == holder.RoleId && role.Name == Roles.Administrator)),
            cancellation);
    }

    private static IdentityResult Refused(string why) =>
        IdentityResult.Failed(new IdentityError { Code = why, Description = Infrastructure.Texts.Get($"Admin.{why}") });

    private static async Task<IdentityResult> FinishAsync(WriteTransaction write, IdentityResult result, CancellationToken cancellation)
    {
        if (result.Succeeded)
        {
            await write.CommitAsync(cancellation);
        }

        return result;
    }
}
