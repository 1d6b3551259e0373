using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TradeMission.Web.Data;

/// <summary>SQLite cannot compare moments with an offset, so Identity's are stored as UTC too.</summary>
internal sealed class UtcOffsetConverter()
    : ValueConverter<DateTimeOffset, DateTime>(time => time.UtcDateTime, time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));
