namespace TradeMission.Domain.Deals;

/// <summary>What the company has said of a figure.</summary>
public enum FigureState
{
    Unanswered,
    Confirmed,
    Disputed,

    /// <summary>Answered once; then the figure changed or the officer replied, and it needs a new answer.</summary>
    Reopened,
}
