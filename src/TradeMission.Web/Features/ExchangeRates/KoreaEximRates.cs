using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>The exchange-rate service of the Export-Import Bank of Korea: its current rates (AP01), which are in won.</summary>
public sealed partial class KoreaEximRates(IHttpClientFactory clients, IOptions<RateServiceSettings> settings, ILogger<KoreaEximRates> log) : IRateService
{
    public const string Client = nameof(KoreaEximRates);

    /// <summary>It publishes the renminbi of Hong Kong's market under a code that ISO 4217 does not have; the source of the rate names it.</summary>
    private const string OffshoreRenminbi = "CNH";

    private static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowReadingFromString };

    public bool IsOffered => settings.Value.IsComplete;

    public async Task<RateAnswer> AskAsync(DateOnly day, IReadOnlyList<string> against, CancellationToken cancellation)
    {
        var answer = await AskAsync(day, cancellation);
        if (answer.Fault is { } fault)
        {
            log.LogWarning("The rate service gave no rates: {Fault} {Status}", fault, answer.Status);
            return RateAnswer.Failed(fault, answer.Status);
        }

        var rates = CrossRates.Of(answer.Rates, against, day);
        return rates.Count == 0 ? RateAnswer.Failed(RateServiceFault.NotUnderstood) : new(rates);
    }

    private async Task<(IReadOnlyList<WonRate> Rates, RateServiceFault? Fault, int? Status)> AskAsync(DateOnly day, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.GetAsync(AddressOf(day), cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                return ([], RateServiceFault.Refused, (int)answer.StatusCode);
            }

            await using var content = await answer.Content.ReadAsStreamAsync(cancellation);
            return Read(await JsonSerializer.DeserializeAsync<List<Published?>>(content, Json, cancellation));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ([], RateServiceFault.TimedOut, null);
        }
        catch (HttpRequestException)
        {
            return ([], RateServiceFault.Unreachable, null);
        }
        catch (JsonException)
        {
            return ([], RateServiceFault.NotUnderstood, null);
        }
    }

    private Uri AddressOf(DateOnly day) =>
        new($"{settings.Value.Url}?authkey={Uri.EscapeDataString(settings.Value.Key!)}&searchdate={day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}&data=AP01");

    private static (IReadOnlyList<WonRate> Rates, RateServiceFault? Fault, int? Status) Read(List<Published?>? lines)
    {
        if (lines is null)
        {
            return ([], RateServiceFault.NotUnderstood, null);
        }

        if (lines.Count == 0)
        {
            return ([], RateServiceFault.NothingThatDay, null);
        }

        if (lines.FirstOrDefault(line => line?.Result != 1) is { } wrong)
        {
            return ([], FaultOf(wrong.Result), null);
        }

        var rates = lines.Select(line => RateOf(line)).ToList();
        return rates.Contains(null) ? ([], RateServiceFault.NotUnderstood, null) : ([.. rates.OfType<WonRate>()], null, null);
    }

    private static RateServiceFault FaultOf(int? result) => result switch
    {
        2 => RateServiceFault.BadDataCode,
        3 => RateServiceFault.BadKey,
        4 => RateServiceFault.DailyLimit,
        _ => RateServiceFault.NotUnderstood,
    };

    private static WonRate? RateOf(Published? line)
    {
        if (line is null || !decimal.TryParse(line.Won, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var won) || won <= 0)
        {
            return null;
        }

        var unit = Unit().Match(line.Unit?.Trim() ?? "");
        var code = unit.Groups["code"].Value;
        return unit.Success ? new(unit.Value, code == OffshoreRenminbi ? "CNY" : code, unit.Groups["per"].Success ? 100 : 1, won) : null;
    }

    [GeneratedRegex(@"^(?<code>[A-Z]{3})(?<per>\(100\))?$")]
    private static partial Regex Unit();

    private sealed record Published(
        [property: JsonPropertyName("result")] int? Result,
        [property: JsonPropertyName("cur_unit")] string? Unit,
        [property: JsonPropertyName("deal_bas_r")] string? Won);
}
