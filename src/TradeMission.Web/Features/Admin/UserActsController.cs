using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Admin;

/// <summary>What is done to an account by one press.</summary>
[Route("admin/users/{id:long}")]
public sealed class UserActsController(TradeDbContext db, UserRegister register, Accounts accounts) : TradeController
{
    [HttpPost("activity")]
    public async Task<IActionResult> Switch(long id, bool on, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } user)
        {
            return NotFound();
        }

        var result = await register.SwitchAsync(user, on, cancellation);
        return result.Succeeded
            ? Done($"/admin/users/{id}", on ? "Admin.SwitchedOn" : "Admin.SwitchedOff", user.Name)
            : Refuse(id, result.Errors.First().Description);
    }

    [HttpPost("invitation")]
    public async Task<IActionResult> Invite(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { IsActive: true, PasswordHash: null } user)
        {
            return NotFound();
        }

        try
        {
            await accounts.InviteAsync(user, cancellation);
            return Done($"/admin/users/{id}", "Admin.InvitationSent", user.Email);
        }
        catch (MailNotSentException)
        {
            return Refuse(id, Texts.Get("Admin.InvitationNotSent"));
        }
    }

    [HttpPost("unlocking")]
    public async Task<IActionResult> Unlock(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } user)
        {
            return NotFound();
        }

        await accounts.UnlockAsync(user);
        return Done($"/admin/users/{id}", "Admin.Unlocked", user.Name);
    }

    private RedirectResult Refuse(long id, string why)
    {
        TempData["Refused"] = why;
        return Redirect($"/admin/users/{id}");
    }

    private async Task<TradeUser?> FindAsync(long id, CancellationToken cancellation) => await db.Users.FindAsync([id], cancellation);
}
