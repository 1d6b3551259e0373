namespace TradeMission.Web.Features.Admin;

public enum UserState
{
    /// <summary>May sign in.</summary>
    Active,

    /// <summary>Has not chosen a password yet.</summary>
    Invited,

    /// <summary>Shut out for some minutes after wrong passwords.</summary>
    Locked,

    /// <summary>Switched off by an administrator.</summary>
    Off,
}
