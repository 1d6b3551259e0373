namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedStop(
    string City, DateOnly? StartsOn = null, DateOnly? EndsOn = null, string? Venue = null, string? Host = null, IReadOnlyList<InventedSupport>? Support = null);
