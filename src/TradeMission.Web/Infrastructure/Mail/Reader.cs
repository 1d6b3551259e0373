namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Whom a letter is written to.</summary>
/// <param name="Language">ko or en.</param>
public sealed record Reader(string Address, string Name, string Language);
