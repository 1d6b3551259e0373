namespace TradeMission.Domain;

/// <summary>A rule of the domain was about to be broken: a bug in the caller, since pages ask before they act.</summary>
public sealed class DomainException(string message) : Exception(message);
