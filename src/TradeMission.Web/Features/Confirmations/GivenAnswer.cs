using TradeMission.Domain.Deals;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>One answer, understood.</summary>
/// <param name="Proposed">What the figure should be, in its own currency.</param>
internal sealed record GivenAnswer(AskedFigure Figure, FigureState Verdict, string? Comment, decimal? Proposed);
