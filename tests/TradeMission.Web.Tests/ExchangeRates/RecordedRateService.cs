using System.Net;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>The public rate service as it once answered, without a network.</summary>
public sealed class RecordedRateService : HttpMessageHandler
{
    /// <summary>Set by a test.</summary>
    public Func<HttpResponseMessage> Answer { get; set; } = () => throw new InvalidOperationException("Nobody expected to be asked.");

    public Uri? Asked { get; private set; }

    public void Say(string json, HttpStatusCode status = HttpStatusCode.OK) => Answer = () => new HttpResponseMessage(status) { Content = new StringContent(json) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Asked = request.RequestUri;
        return Answer();
    }
}
