namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedUser(string Email, string Name, string Role, string? Company = null);
