namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Marks an act that costs a password hash or a mail and that anybody may try: <see cref="AttemptLimits"/> counts it before the act begins.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitedAttemptsAttribute : Attribute;
