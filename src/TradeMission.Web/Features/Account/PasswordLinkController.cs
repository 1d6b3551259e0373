using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Account;

/// <summary>A forgotten password: asking for the link, and what it leads to.</summary>
public sealed class PasswordLinkController(Accounts accounts) : TradeController
{
    [HttpGet("/account/forgotten-password")]
    public IActionResult Form(bool sent, [FromServices] IOptions<SecuritySettings> security) =>
        sent ? View("LinkSent", security.Value.PasswordResetHours) : View("ForgottenPassword", new EmailForm());

    /// <summary>The same answer whether there is such an account or not.</summary>
    [HttpPost("/account/forgotten-password")]
    [LimitedAttempts]
    public async Task<IActionResult> Send(EmailForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return View("ForgottenPassword", form);
        }

        await accounts.SendPasswordLinkAsync(form.Email!);
        return LocalRedirect("/account/forgotten-password?sent=true");
    }

    [HttpGet("/account/reset-password")]
    public async Task<IActionResult> Reset(long user, string? token) =>
        await accounts.FindResettingAsync(user, token) is null ? this.LinkGone() : View("ResetPassword", new NewPasswordForm());

    [HttpPost("/account/reset-password")]
    [LimitedAttempts]
    public async Task<IActionResult> Reset([FromQuery] long user, [FromQuery] string? token, NewPasswordForm form, CancellationToken cancellation)
    {
        if (await accounts.FindResettingAsync(user, token) is not { } owner)
        {
            return this.LinkGone();
        }

        if (await IsValidAsync(form, cancellation) && ModelState.Takes(await accounts.ResetAsync(owner, token, form.NewPassword!)))
        {
            return Done(People.SignInAddress, "Account.ResetDone");
        }

        return View("ResetPassword", form);
    }
}
