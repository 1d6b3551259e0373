namespace TradeMission.Web.Data.Samples.Invented;

internal sealed record InventedProduct(string Ko, string En, string Hs);
