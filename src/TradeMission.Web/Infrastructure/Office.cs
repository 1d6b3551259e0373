namespace TradeMission.Web.Infrastructure;

/// <summary>The city's office: what day it is there.</summary>
public sealed class Office(TimeProvider clock)
{
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Seoul");

    public DateOnly Today => DayOf(clock);

    /// <summary>In the office's time zone.</summary>
    public DateTime Now => ToLocal(clock.GetUtcNow().UtcDateTime);

    /// <summary>The day that it is in the office now.</summary>
    public static DateOnly DayOf(TimeProvider clock) => DateOnly.FromDateTime(ToLocal(clock.GetUtcNow().UtcDateTime));

    /// <summary>The moment, in UTC, at which a day begins in the office.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>A moment of the database, as the office's clocks showed it.</summary>
    public static DateTime ToLocal(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
}
