namespace TradeMission.Web.Infrastructure;

/// <summary>The city's office: what day it is there.</summary>
public sealed class Office(TimeProvider clock)
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>In the office's time zone.</summary>
    public DateTime Now => ToLocal(clock.GetUtcNow().UtcDateTime);

    /// <summary>A moment of the database, as the office's clocks showed it.</summary>
    public static DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
