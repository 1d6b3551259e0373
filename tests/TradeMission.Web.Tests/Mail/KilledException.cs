namespace TradeMission.Web.Tests.Mail;

/// <summary>The portal is gone: nothing after this line was done.</summary>
internal sealed class KilledException : OperationCanceledException;
