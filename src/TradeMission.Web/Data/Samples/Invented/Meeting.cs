using TradeMission.Domain.Buyers;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

/// <summary>Who sits down with whom, where and when; the arrangement's answer before anything is said.</summary>
/// <param name="Line">The company's.</param>
/// <param name="Likely">Whether the buyer looks for what the company sells.</param>
internal sealed record Meeting(Stop Stop, InventedPlace Place, Participation Participation, InventedLine Line, Buyer Buyer, DateOnly Day, TimeOnly StartsAt, bool Likely);
