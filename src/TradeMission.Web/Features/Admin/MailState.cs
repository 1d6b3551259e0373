namespace TradeMission.Web.Features.Admin;

/// <summary>How far a letter of the outbox has come.</summary>
public enum MailState
{
    /// <summary>Given up; an administrator may have it tried again.</summary>
    Failed,

    /// <summary>To be tried, for the first time or again.</summary>
    Waiting,

    Sent,
}
