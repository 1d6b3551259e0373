namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>A mail to one person, as text and as simple HTML.</summary>
public sealed record Letter(string To, string ToName, string Subject, string Text, string Html)
{
    /// <summary>The part of the Message-ID before the @; without it every sending makes one of its own.</summary>
    public string? MessageId { get; init; }
}
