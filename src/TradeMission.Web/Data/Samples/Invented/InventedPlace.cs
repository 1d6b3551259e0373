namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>A city that missions stop at, by its English name.</summary>
/// <param name="Currency">What buyers there name amounts in beside US dollars.</param>
/// <param name="Sister">Whether it is one of the sister cities.</param>
internal sealed record InventedPlace(string Ko, string Country, string Zone, string Currency, bool Sister = false);
