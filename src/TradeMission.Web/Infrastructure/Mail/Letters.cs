using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>What the portal writes to people about their accounts, in the reader's language.</summary>
public sealed class Letters(
    IOptions<PortalSettings> portal, IOptions<SecuritySettings> security, IOptions<IdentityOptions> identity, IHttpContextAccessor http)
{
    public Letter Invitation(TradeUser user, string token) =>
        Write(user, "Invitation", LinkOf("/account/invitation", user, token), user.Name, security.Value.InvitationDays);

    public Letter PasswordReset(TradeUser user, string token) =>
        Write(user, "Reset", LinkOf("/account/reset-password", user, token), security.Value.PasswordResetHours);

    public Letter Locked(TradeUser user) =>
        Write(user, "Locked", Absolute("/account/forgotten-password"), identity.Value.Lockout.DefaultLockoutTimeSpan.TotalMinutes);

    public Letter PasswordChanged(TradeUser user) => Write(user, "Changed", Absolute("/account/forgotten-password"));

    /// <summary>What stands in the link in place of Identity's token, which holds signs that mail programs break.</summary>
    public static string Encode(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    /// <summary>Identity's token again; empty where it is none.</summary>
    public static string Decode(string? code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    /// <summary>A letter about business, which goes through the <see cref="Outbox"/>.</summary>
    /// <param name="what">The texts Mail.{what}Subject, Mail.{what}Text, Mail.{what}Link.</param>
    /// <param name="path">Of the page that it leads to.</param>
    public Letter ToReader(Reader reader, string what, string path, params object?[] args) => Write(reader, what, Absolute(path), args);

    private string LinkOf(string path, TradeUser user, string token) =>
        Absolute(path + string.Create(CultureInfo.InvariantCulture, $"?user={user.Id}&token={Encode(token)}"));

    private string Absolute(string path)
    {
        var request = http.HttpContext?.Request;
        var root = portal.Value.PublicUrl ?? (request is null ? "http://localhost:5080" : $"{request.Scheme}://{request.Host}{request.PathBase}");
        return root.TrimEnd('/') + path;
    }

    private static Letter Write(TradeUser user, string what, string link, params object?[] args) => Write(new Reader(user.Name, user.Email!, user.Language), what, link, args);

    private static Letter Write(Reader user, string what, string link, object?[] args)
    {
        var (culture, spoken) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(user.Language);
        try
        {
            var greeting = Texts.Get("Mail.Greeting", user.Name);
            var paragraphs = Texts.Get($"Mail.{what}Text", args).ReplaceLineEndings("\n").Split("\n\n");
            var label = Texts.Get($"Mail.{what}Link");
            var footer = Texts.Get("Mail.Footer");
            var text = string.Join("\n\n", [greeting, .. paragraphs, $"{label}:\n{link}", $"--\n{footer}\n"]);
            return new Letter(user.Email, user.Name, Texts.Get($"Mail.{what}Subject", args), text, Html(user.Language, greeting, paragraphs, label, link, footer));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, spoken);
        }
    }

    private static string Html(string language, string greeting, string[] paragraphs, string label, string link, string footer)
    {
        var body = string.Concat(paragraphs.Prepend(greeting).Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n"));
        var address = WebUtility.HtmlEncode(link);
        return $"""
            <!DOCTYPE html>
            <html lang="{language}">
            <body style="font-family: 'Malgun Gothic', sans-serif; font-size: 16px; line-height: 1.6; color: #1e2124">
            {body}<p><a href="{address}" style="display: inline-block; padding: 10px 20px; background: #0b50d0; color: #ffffff">{WebUtility.HtmlEncode(label)}</a></p>
            <p>{address}</p>
            <hr>
            <p style="font-size: 13px">{WebUtility.HtmlEncode(footer)}</p>
            </body>
            </html>
            """;
    }
}
