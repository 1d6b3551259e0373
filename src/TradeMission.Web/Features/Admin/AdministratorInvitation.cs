using System.Globalization;
using FluentValidation;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Admin;

/// <summary>Invites an administrator from the command line: nobody else can invite the first one.</summary>
public sealed class AdministratorInvitation(UserRegister register, Accounts accounts, IValidator<UserForm> validator)
{
    /// <exception cref="SetupException">The address or the name will not do, or the mail was not handed over.</exception>
    public async Task InviteAsync(string email, string name, CancellationToken cancellation)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var form = new UserForm { Name = name, Email = email, Role = Roles.Administrator, Language = "ko" };
        var problems = (await validator.ValidateAsync(form, cancellation)).Errors.Select(error => error.ErrorMessage).ToList();
        var user = new TradeUser { Name = name };
        if (problems.Count == 0)
        {
            form.Apply(user);
            problems.AddRange((await register.AddAsync(user, Roles.Administrator, cancellation)).Errors.Select(error => error.Description));
        }

        if (problems.Count > 0)
        {
            throw new SetupException(string.Join(' ', problems));
        }

        try
        {
            await accounts.InviteAsync(user, cancellation);
        }
        catch (MailNotSentException wrong)
        {
            throw new SetupException($"{email} is an administrator now, but the mail was not sent ({wrong.InnerException?.Message}). Mend Mail:Smtp and ask for a new password on the sign-in page.");
        }
    }
}
