using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Account;

public sealed class SignInController(Accounts accounts, SampleUsers samples, CurrentUser user) : TradeController
{
    [HttpGet(People.SignInAddress)]
    public async Task<IActionResult> Form(string? returnUrl, CancellationToken cancellation) =>
        user.IsSignedIn ? LocalRedirect(Local(returnUrl)) : await PageAsync(new SignInForm { ReturnUrl = returnUrl }, cancellation);

    [HttpPost(People.SignInAddress)]
    [LimitedAttempts]
    public async Task<IActionResult> SignIn(SignInForm form, CancellationToken cancellation)
    {
        if (await IsValidAsync(form, cancellation))
        {
            if (await accounts.SignInAsync(form.Email!, form.Password!))
            {
                return LocalRedirect(Local(form.ReturnUrl));
            }

            ModelState.AddModelError("", Texts.Get("Account.SignInRefused"));
        }

        return await PageAsync(form, cancellation);
    }

    [HttpPost("/account/sign-out")]
    public async Task<IActionResult> SignOut([FromServices] SignInManager<TradeUser> sessions)
    {
        await sessions.SignOutAsync();
        return LocalRedirect(People.SignInAddress);
    }

    private async Task<IActionResult> PageAsync(SignInForm form, CancellationToken cancellation)
    {
        ViewData["Samples"] = new SignInPage(await samples.AllAsync(cancellation), samples.Password);
        return View("SignIn", form);
    }

    /// <summary>Another site's address is never gone to.</summary>
    private string Local(string? address) => Url.IsLocalUrl(address) ? address : "/";
}
