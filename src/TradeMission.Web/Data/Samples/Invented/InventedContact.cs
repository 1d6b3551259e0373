namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedContact(string Name, string Position, string Email);
