using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Account;

/// <summary>One's own account.</summary>
public sealed class ProfileController(TradeDbContext db, CurrentUser current, SignInManager<TradeUser> sessions, Accounts accounts) : TradeController
{
    [HttpGet("/account/profile")]
    public async Task<IActionResult> Form(CancellationToken cancellation)
    {
        var me = await MeAsync(cancellation);
        return Page(me, new ProfileForm { Name = me.Name, Language = me.Language });
    }

    [HttpPost("/account/profile")]
    public async Task<IActionResult> Save(ProfileForm form, CancellationToken cancellation)
    {
        var me = await MeAsync(cancellation);
        if (!await IsValidAsync(form, cancellation))
        {
            return Page(me, form);
        }

        (me.Name, me.Language) = (SearchText.Stored(form.Name)!, form.Language!);
        await db.SaveChangesAsync(cancellation);
        await sessions.RefreshSignInAsync(me);
        return Done($"/account/profile?culture={me.Language}", "Account.ProfileSaved");
    }

    [HttpGet("/account/password")]
    public IActionResult PasswordForm() => View("ChangePassword", new ChangePasswordForm());

    [HttpPost("/account/password")]
    [LimitedAttempts]
    public async Task<IActionResult> ChangePassword(ChangePasswordForm form, CancellationToken cancellation)
    {
        if (await IsValidAsync(form, cancellation)
            && ModelState.Takes(await accounts.ChangePasswordAsync(await MeAsync(cancellation), form.CurrentPassword!, form.NewPassword!)))
        {
            return Done("/account/profile", "Account.PasswordDone");
        }

        return View("ChangePassword", form);
    }

    private ViewResult Page(TradeUser me, ProfileForm form)
    {
        ViewData["About"] = new ProfilePage(me.Email!, me.Company is { } company ? Show.Name(company.NameKo, company.NameEn) : null);
        return View("Profile", form);
    }

    private Task<TradeUser> MeAsync(CancellationToken cancellation) =>
        db.Users.Include(user => user.Company).SingleAsync(user => user.Id == current.Id, cancellation);
}
