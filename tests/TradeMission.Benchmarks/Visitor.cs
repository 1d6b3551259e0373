using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace TradeMission.Benchmarks;

/// <summary>Somebody signed in, with a cookie jar; reads answers to their end.</summary>
internal sealed partial class Visitor : IDisposable
{
    private readonly HttpClient client;

    private Visitor(Uri address, CookieContainer cookies)
    {
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false, PooledConnectionLifetime = Timeout.InfiniteTimeSpan })
        {
            BaseAddress = address,
        };
        client.DefaultRequestHeaders.Add("Accept-Language", "ko");
    }

    /// <summary>Signs in once; more visitors of the same session come from <paramref name="also"/>.</summary>
    public static async Task<IReadOnlyList<Visitor>> SignInAsync(Uri address, string email, string password, int also = 0)
    {
        var cookies = new CookieContainer();
        var first = new Visitor(address, cookies);
        var form = await first.FormAsync("/account/sign-in", "/account/sign-in");
        form["Email"] = email;
        form["Password"] = password;
        var (status, text, _) = await first.PostAsync("/account/sign-in", form);
        return status == HttpStatusCode.Redirect
            ? [first, .. Enumerable.Range(0, also).Select(_ => new Visitor(address, cookies))]
            : throw new InvalidOperationException($"{email} was not let in: {(int)status} {text}");
    }

    /// <returns>How long it took, in milliseconds, and how many bytes came.</returns>
    public async Task<(double Milliseconds, int Bytes)> TimeAsync(string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return answer.StatusCode == HttpStatusCode.OK ? (took, bytes.Length) : throw new InvalidOperationException($"{address}: {(int)answer.StatusCode}");
    }

    public Task<string> TextAsync(string address) => client.GetStringAsync(new Uri(address, UriKind.Relative));

    public async Task<(HttpStatusCode Status, string Text, double Milliseconds)> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        var (status, text, milliseconds, _) = await PostAsync(address, content);
        return (status, text, milliseconds);
    }

    /// <summary>Sends a form of any kind, and says where the answer leads.</summary>
    /// <param name="asksFirst">As tools do with what is large: the body follows only where the portal wants it.</param>
    public async Task<(HttpStatusCode Status, string Text, double Milliseconds, string? Location)> PostAsync(string address, HttpContent content, bool asksFirst = false)
    {
        var started = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = content, Headers = { ExpectContinue = asksFirst } };
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.StatusCode, text, Stopwatch.GetElapsedTime(started).TotalMilliseconds, answer.Headers.Location?.OriginalString);
    }

    /// <summary>The hidden fields of the page's form that posts there.</summary>
    public async Task<Dictionary<string, string>> FormAsync(string page, string action)
    {
        var text = await TextAsync(page);
        var form = Form().Matches(text).Select(match => match.Value).LastOrDefault(form => form.Contains($"action=\"{action}", StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"{page} has no form to {action}.");
        var fields = new Dictionary<string, string>();
        foreach (var input in Input().Matches(form).Select(match => match.Value).Where(input => input.Contains("type=\"hidden\"", StringComparison.Ordinal)))
        {
            fields[WebUtility.HtmlDecode(Name().Match(input).Groups[1].Value)] = WebUtility.HtmlDecode(Value().Match(input).Groups[1].Value);
        }

        return fields;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("<form\\b.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input\\b[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("\\bname=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("\\bvalue=\"([^\"]*)\"")]
    private static partial Regex Value();
}
