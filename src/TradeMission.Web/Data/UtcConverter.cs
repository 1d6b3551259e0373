using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace TradeMission.Web.Data;

/// <summary>Moments are UTC in the database and say so when they are read.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time.ToUniversalTime(), time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
