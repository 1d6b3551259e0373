using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Samples.Invented;

/// <param name="Share">Of what the records add up to.</param>
internal sealed record InventedStatement(StatedFigure Figure, decimal Share, DateOnly On, string Source);
