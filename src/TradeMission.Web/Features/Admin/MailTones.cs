namespace TradeMission.Web.Features.Admin;

/// <summary>The colour of a letter's state, which its word says too.</summary>
internal static class MailTones
{
    public static string Of(MailState state) => state switch
    {
        MailState.Sent => "success",
        MailState.Waiting => "information",
        _ => "danger",
    };
}
