namespace TradeMission.Web.Features.Admin;

/// <param name="MailServer">Null where mail goes into the local folder.</param>
/// <param name="MayReset">Whether the sample data can be reset here.</param>
public sealed record SettingsPage(string Environment, string Provider, string? MailServer, bool MayReset);
