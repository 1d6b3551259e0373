namespace TradeMission.Web.Features.Consultations;

/// <summary>?step=: next steps that are not done.</summary>
public enum StepFilter
{
    Open,

    /// <summary>Within a week from today, and overdue ones.</summary>
    Due,
    Overdue,
}
