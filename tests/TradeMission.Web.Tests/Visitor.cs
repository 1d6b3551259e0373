using System.Net;
using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Net.Http.Headers;

namespace TradeMission.Web.Tests;

/// <summary>A browser without JavaScript: keeps cookies, follows redirects, fills in the forms that the pages show.</summary>
public sealed class Visitor(HttpClient client, FakeTimeProvider clock)
{
    private readonly Dictionary<string, string> cookies = [];

    public IReadOnlyDictionary<string, string> Cookies => cookies;

    /// <summary>Where one signs in.</summary>
    public static string SignInAddress => "/account/sign-in";

    public async Task SignInAsync(string email, string password)
    {
        var form = await GetPageAsync(SignInAddress);
        var answer = await SubmitAsync(
            form,
            new() { [form.Field("input[type=email], input[name$=Email], input[name$=UserName]").Name!] = email, [form.Field("input[type=password]").Name!] = password },
            "form:has(input[type=password])");
        if (answer.Address.AbsolutePath == SignInAddress)
        {
            throw new InvalidOperationException($"{email} was not let in: {answer.Text}");
        }
    }

    /// <summary>The page after redirects, whatever its status.</summary>
    public Task<Page> GetPageAsync(string address) => SendAsync(HttpMethod.Get, new Uri(client.BaseAddress!, address), null);

    /// <summary>
    /// Submits a form of the page as a browser would: with the antiforgery token, all hidden fields and what the fields show, except for
    /// <paramref name="changes"/>. A change names a field that the form has; null takes the field out (unticks a box).
    /// </summary>
    /// <param name="page">As it was shown.</param>
    /// <param name="changes">What the visitor types.</param>
    /// <param name="form">A selector, where main holds more than one form that posts.</param>
    /// <param name="button">A selector of the button pressed, where its name or address matters.</param>
    /// <param name="file">What the visitor chose in the form's field for a file.</param>
    public Task<Page> SubmitAsync(Page page, Dictionary<string, string?>? changes = null, string? form = null, string? button = null, Upload? file = null)
    {
        var filled = page.Form(form);
        var pressed = button is null ? null : (IHtmlElement?)filled.QuerySelector(button) ?? throw new InvalidOperationException($"No {button} in {filled.OuterHtml}");
        var fields = FieldsOf(filled, pressed).ToList();
        foreach (var (name, value) in changes ?? [])
        {
            if (filled.Elements.All(element => element.GetAttribute("name") != name))
            {
                throw new InvalidOperationException($"The form has no field {name}; it has {string.Join(", ", fields.Select(field => field.Key).Distinct())}");
            }

            fields.RemoveAll(field => field.Key == name);
            if (value is not null)
            {
                fields.Add(new(name, value));
            }
        }

        if (file is not null && (filled.Enctype != "multipart/form-data" || filled.Elements.All(element => element.GetAttribute("name") != file.Field)))
        {
            throw new InvalidOperationException($"The form takes no file {file.Field}: {filled.OuterHtml}");
        }

        var action = pressed?.GetAttribute("formaction") ?? filled.GetAttribute("action");
        return SendAsync(new HttpMethod(filled.Method.ToUpperInvariant()), string.IsNullOrEmpty(action) ? page.Address : new Uri(page.Address, action), fields, file);
    }

    /// <summary>Sends fields that no form shows, together with the antiforgery token of a page: what a tampered request would hold.</summary>
    public Task<Page> PostAsync(string address, Page tokenFrom, Dictionary<string, string?>? fields = null)
    {
        var token = tokenFrom.Document.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value");
        var all = (fields ?? []).Select(field => new KeyValuePair<string, string>(field.Key, field.Value ?? "")).ToList();
        if (token is not null)
        {
            all.Add(new("__RequestVerificationToken", token));
        }

        return SendAsync(HttpMethod.Post, new Uri(client.BaseAddress!, address), all);
    }

    /// <summary>The bare answer, redirects not followed: for JSON, files, headers, and methods other than GET.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.Count > 0)
        {
            request.Headers.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? SetCookieHeaderValue.ParseList([.. set]) : [])
        {
            if (cookie.MaxAge <= TimeSpan.Zero || cookie.Expires <= clock.GetUtcNow())
            {
                cookies.Remove(cookie.Name.ToString());
            }
            else
            {
                cookies[cookie.Name.ToString()] = cookie.Value.ToString();
            }
        }

        return answer;
    }

    /// <summary>As <see cref="SendAsync(HttpRequestMessage)"/>, by GET.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(client.BaseAddress!, address)));

    private async Task<Page> SendAsync(HttpMethod method, Uri address, IReadOnlyList<KeyValuePair<string, string>>? fields, Upload? file = null)
    {
        if (method == HttpMethod.Get && fields is not null)
        {
            address = new Uri(address, "?" + string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}")));
            fields = null;
        }

        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("Accept", "text/html");
        request.Content = fields is null ? null : file is null ? new FormUrlEncodedContent(fields) : file.With(fields);
        using var answer = await SendAsync(request);
        return answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.RedirectMethod or HttpStatusCode.MovedPermanently
            ? await SendAsync(HttpMethod.Get, new Uri(address, answer.Headers.Location!), null)
            : await ReadAsync(answer, address);
    }

    private static async Task<Page> ReadAsync(HttpResponseMessage answer, Uri address)
    {
        var content = await answer.Content.ReadAsStringAsync();

        // Disposing of the context would empty the document.
        var context = BrowsingContext.New(Configuration.Default);
        var document = (IHtmlDocument)await context.OpenAsync(response => response.Content(content).Address(address.AbsoluteUri).Header("Content-Type", "text/html; charset=utf-8"));
        return new Page(answer.StatusCode, address, document, content);
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form, IHtmlElement? pressed)
    {
        foreach (var element in form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } && !element.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } or IHtmlButtonElement when element != pressed:
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } ticked:
                    yield return new(name, ticked.GetAttribute("value") ?? "on");
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlButtonElement:
                    yield return new(name, element.GetAttribute("value") ?? "");
                    break;
                case IHtmlTextAreaElement text:
                    yield return new(name, text.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.Options.Where(option => option.IsSelected))
                    {
                        yield return new(name, option.Value);
                    }

                    break;
            }
        }
    }
}
