using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>What invented missions draw on: already saved.</summary>
/// <param name="Companies">With their lines, by key.</param>
/// <param name="Buyers">With their lines, by city.</param>
/// <param name="Officers">Who log, by mail address.</param>
internal sealed record Register(
    IReadOnlyDictionary<string, InventedLine> Lines,
    IReadOnlyDictionary<string, InventedPlace> Places,
    IReadOnlyDictionary<string, (Company Company, string Line)> Companies,
    ILookup<string, (Buyer Buyer, IReadOnlyList<string> Lines)> Buyers,
    IReadOnlyDictionary<string, SisterCity> SisterCities,
    IReadOnlyDictionary<string, TradeUser> Officers,
    RateTable Rates);
