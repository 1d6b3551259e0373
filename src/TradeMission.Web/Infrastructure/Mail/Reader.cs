namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Whom a letter is for.</summary>
/// <param name="Language">ko or en.</param>
public sealed record Reader(string Name, string Email, string Language);
