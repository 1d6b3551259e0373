using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>What the portal writes to people, in the reader's language.</summary>
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

    /// <summary>A letter about business: some paragraphs, a list of what it is about, and the page it leads to.</summary>
    /// <param name="what">Its texts: Mail.{what}Subject, {what}Text, {what}Link.</param>
    /// <param name="path">Of the page, from /.</param>
    /// <param name="say">What fills the texts in and what is listed; asked in the reader's language.</param>
    public Letter About(Reader reader, string what, string path, Func<(object?[] Args, IReadOnlyList<LetterLine> Lines)> say) =>
        Write(reader, what, Absolute(path), say);

    /// <summary>Where readers of mail find a page.</summary>
    /// <param name="path">From /.</param>
    public string Absolute(string path)
    {
        var request = http.HttpContext?.Request;
        var root = portal.Value.PublicUrl ?? (request is null ? "http://localhost:5080" : $"{request.Scheme}://{request.Host}{request.PathBase}");
        return root.TrimEnd('/') + path;
    }

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

    private string LinkOf(string path, TradeUser user, string token) =>
        Absolute(path + string.Create(CultureInfo.InvariantCulture, $"?user={user.Id}&token={Encode(token)}"));

    private static Letter Write(TradeUser user, string what, string link, params object?[] args) =>
        Write(new Reader(user.Email!, user.Name, user.Language), what, link, () => (args, []));

    private static Letter Write(Reader reader, string what, string link, Func<(object?[] Args, IReadOnlyList<LetterLine> Lines)> say)
    {
        var (culture, spoken) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(reader.Language);
        try
        {
            var (args, lines) = say();
            var greeting = Texts.Get("Mail.Greeting", reader.Name);
            var paragraphs = Texts.Get($"Mail.{what}Text", args).ReplaceLineEndings("\n").Split("\n\n");
            var label = Texts.Get($"Mail.{what}Link");
            var footer = Texts.Get("Mail.Footer");
            string[] list = lines.Count == 0 ? [] : [string.Join('\n', lines.Select(line => $"- {line.Text}" + (line.Address is { } address ? $"\n  {address}" : "")))];
            var text = string.Join("\n\n", [greeting, .. paragraphs, .. list, $"{label}:\n{link}", $"--\n{footer}\n"]);
            var html = Html(reader.Language, string.Concat(paragraphs.Prepend(greeting).Select(Paragraph)) + ListOf(lines), label, link, footer);
            return new Letter(reader.Address, reader.Name, Texts.Get($"Mail.{what}Subject", args), text, html);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, spoken);
        }
    }

    private static string Paragraph(string text) => $"<p>{WebUtility.HtmlEncode(text)}</p>\n";

    private static string ListOf(IReadOnlyList<LetterLine> lines) => lines.Count == 0 ? "" : $"<ul>\n{string.Concat(lines.Select(Item))}</ul>\n";

    private static string Item(LetterLine line) => line.Address is { } address
        ? $"<li><a href=\"{WebUtility.HtmlEncode(address)}\">{WebUtility.HtmlEncode(line.Text)}</a></li>\n"
        : $"<li>{WebUtility.HtmlEncode(line.Text)}</li>\n";

    private static string Html(string language, string body, string label, string link, string footer)
    {
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
