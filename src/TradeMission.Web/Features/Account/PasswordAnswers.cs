using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Web.Features.Account;

/// <summary>How pages about passwords answer.</summary>
internal static class PasswordAnswers
{
    /// <summary>Puts what Identity refuses beside the field that it is about.</summary>
    public static bool Takes(this ModelStateDictionary state, IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            var field = error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? nameof(ChangePasswordForm.CurrentPassword) : nameof(ChangePasswordForm.NewPassword);
            state.AddModelError(error.Code.StartsWith("Password", StringComparison.Ordinal) ? field : "", error.Description);
        }

        return result.Succeeded;
    }

    /// <summary>A link that is used up or too old, with the way to a new one.</summary>
    public static IActionResult LinkGone(this Controller controller)
    {
        controller.Response.StatusCode = StatusCodes.Status410Gone;
        return controller.View("LinkGone");
    }
}
