namespace TradeMission.Domain.Confirmations;

/// <summary>Why a company's answer stands no longer.</summary>
public enum AnswerEnd
{
    /// <summary>The company took it back.</summary>
    Withdrawn,

    /// <summary>The company answered anew.</summary>
    Replaced,

    /// <summary>The figure that was answered is no longer the figure.</summary>
    FigureChanged,

    /// <summary>The officer took over what the company proposed.</summary>
    Accepted,

    /// <summary>The officer answered a dispute and kept the figure.</summary>
    Replied,
}
