using System.Net.Http.Headers;
using System.Text;

namespace TradeMission.Web.Tests;

/// <summary>A file as a browser sends it: its name in UTF-8, quotes in it as %22.</summary>
/// <param name="Field">As the form calls it.</param>
/// <param name="Says">What the sender calls its type.</param>
public sealed record Upload(string Field, string FileName, byte[] Content, string Says = "application/octet-stream")
{
    /// <summary>The file and the form's other fields.</summary>
    /// <param name="quoted">The name has its quotes behind backslashes, as scripts send them.</param>
    public MultipartContent With(IEnumerable<KeyValuePair<string, string>> fields, bool quoted = false)
    {
        var all = new MultipartContent("form-data") { HeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        foreach (var (name, value) in fields)
        {
            all.Add(Part(new StringContent(value), $"form-data; name=\"{name}\""));
        }

        var file = new ByteArrayContent(Content) { Headers = { ContentType = new MediaTypeHeaderValue(Says) } };
        all.Add(Part(file, $"form-data; name=\"{Field}\"; filename=\"{(quoted ? FileName : FileName.Replace("\"", "%22", StringComparison.Ordinal))}\""));
        return all;
    }

    private static HttpContent Part(HttpContent content, string disposition)
    {
        content.Headers.TryAddWithoutValidation("Content-Disposition", disposition);
        return content;
    }
}
