namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Section Security of the configuration.</summary>
public sealed class SecuritySettings
{
    /// <summary>After so long without a request a session is over.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>How long an account that was switched off may go on with an open session.</summary>
    public double RevalidationMinutes { get; set; } = 2;

    public int InvitationDays { get; set; } = 7;

    public int PasswordResetHours { get; set; } = 2;

    /// <summary>Attempts to sign in or to ask for a password, per client address within <see cref="AttemptMinutes"/>.</summary>
    public int AttemptsPerAddress { get; set; } = 100;

    /// <summary>The same per account name, whether the account exists or not.</summary>
    public int AttemptsPerAccount { get; set; } = 10;

    public double AttemptMinutes { get; set; } = 5;
}
