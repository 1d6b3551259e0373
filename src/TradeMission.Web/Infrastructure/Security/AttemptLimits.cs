using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Limits attempts per client address and per account name. It stands before the password hash, which costs about 70 ms of CPU.</summary>
internal static class AttemptLimits
{
    /// <summary>The form field that names the account.</summary>
    private const string AccountField = "Email";

    private const int LongestAccount = 256;

    public static void Configure(RateLimiterOptions limits, SecuritySettings settings)
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            {
                rejected.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            }

            return ValueTask.CompletedTask;
        };
        var window = TimeSpan.FromMinutes(settings.AttemptMinutes);
        limits.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            Limiter(AddressOf, settings.AttemptsPerAddress, window), Limiter(AccountOf, settings.AttemptsPerAccount, window));
    }

    /// <summary>Call between routing and the endpoints. The form is read before the limiter, which cannot wait for it, asks for the account in it.</summary>
    public static IApplicationBuilder UseAttemptLimits(this IApplicationBuilder app) => app
        .Use(async (http, next) =>
        {
            if (IsLimited(http) && http.Request.HasFormContentType)
            {
                await http.Request.ReadFormAsync(http.RequestAborted);
            }

            await next(http);
        })
        .UseRateLimiter();

    private static PartitionedRateLimiter<HttpContext> Limiter(Func<HttpContext, string> key, int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<HttpContext, (bool IsLimited, string Key)>(http => IsLimited(http)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                (true, key(http)), _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter((false, "")));

    private static bool IsLimited(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<LimitedAttemptsAttribute>() is not null;

    /// <summary>One household or office has a whole /64 of IPv6.</summary>
    private static string AddressOf(HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress;
        if (address is null)
        {
            return "-";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().Take(8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    /// <summary>A form that names no account counts for the address.</summary>
    private static string AccountOf(HttpContext http)
    {
        var name = http.Request.HasFormContentType ? SearchText.Fold(http.Request.Form[AccountField]) : "";
        return name.Length == 0 ? AddressOf(http) : name[..Math.Min(name.Length, LongestAccount)];
    }
}
