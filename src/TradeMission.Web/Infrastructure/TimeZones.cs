namespace TradeMission.Web.Infrastructure;

/// <summary>Time zones that stops are usually in; any other IANA name may be typed.</summary>
public static class TimeZones
{
    public static IReadOnlyList<string> Usual { get; } =
    [
        "Asia/Jakarta", "Asia/Kuala_Lumpur", "Asia/Singapore", "Asia/Bangkok", "Asia/Ho_Chi_Minh", "Asia/Manila", "Asia/Tokyo", "Asia/Shanghai", "Asia/Kolkata", "Asia/Tashkent",
        "Asia/Almaty", "Asia/Dubai", "Asia/Riyadh", "Europe/Istanbul", "Europe/Bucharest", "Europe/Budapest", "Europe/Berlin", "Europe/Paris", "Europe/London", "America/New_York",
        "America/Chicago", "America/Phoenix", "America/Los_Angeles", "America/Toronto", "America/Mexico_City", "America/Sao_Paulo", "Australia/Sydney", "Australia/Brisbane",
    ];
}
