namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>A mail to one person, as text and as simple HTML.</summary>
public sealed record Letter(string To, string ToName, string Subject, string Text, string Html);
