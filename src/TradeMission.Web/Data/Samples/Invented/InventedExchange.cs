using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data.Samples.Invented;

/// <param name="City">Of which sister city, where it stands with a mission.</param>
internal sealed record InventedExchange(DateOnly On, ExchangeField Field, string Agreed, string? Next = null, DateOnly? Due = null, string? City = null);
