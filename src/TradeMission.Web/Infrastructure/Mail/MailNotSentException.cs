namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>A mail could not be handed over: the server does not answer, refuses, or the folder cannot be written.</summary>
public sealed class MailNotSentException(Exception cause) : Exception("A mail could not be handed over.", cause);
