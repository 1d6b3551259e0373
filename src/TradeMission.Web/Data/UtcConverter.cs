using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TradeMission.Web.Data;

/// <summary>Moments are UTC in the database and say so when they are read; one that does not say what it is in, is in UTC.</summary>
internal sealed class UtcConverter()
    : ValueConverter<DateTime, DateTime>(time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
