namespace TradeMission.Web.Data;

/// <summary>The configuration does not let the portal start; the message is the one line that the operator reads.</summary>
public sealed class SetupException(string message) : Exception(message);
