namespace TradeMission.Web.Features.Admin;

/// <summary>The colour of an account's state, which its word says too.</summary>
internal static class UserTones
{
    public static string Of(UserState state) => state switch
    {
        UserState.Active => "success",
        UserState.Invited => "information",
        UserState.Locked => "warning",
        _ => "gray",
    };
}
