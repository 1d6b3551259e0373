using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Account;

/// <summary>The first password, chosen through the link of an invitation.</summary>
public sealed class InvitationController(Accounts accounts) : TradeController
{
    [HttpGet("/account/invitation")]
    public async Task<IActionResult> Form(long user, string? token) =>
        await accounts.FindInvitedAsync(user, token) is { } invited ? Page(new NewPasswordForm(), invited.Name, invited.Email!) : this.LinkGone();

    [HttpPost("/account/invitation")]
    [LimitedAttempts]
    public async Task<IActionResult> Accept([FromQuery] long user, [FromQuery] string? token, NewPasswordForm form, CancellationToken cancellation)
    {
        if (await accounts.FindInvitedAsync(user, token) is not { } invited)
        {
            return this.LinkGone();
        }

        if (await IsValidAsync(form, cancellation) && ModelState.Takes(await accounts.AcceptAsync(invited, form.NewPassword!)))
        {
            return Done("/", "Account.InvitationDone");
        }

        return Page(form, invited.Name, invited.Email!);
    }

    private ViewResult Page(NewPasswordForm form, string name, string email)
    {
        (ViewData["Name"], ViewData["Email"]) = (name, email);
        return View("Invitation", form);
    }
}
