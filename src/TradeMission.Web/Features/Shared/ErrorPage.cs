namespace TradeMission.Web.Features.Shared;

/// <param name="Code">HTTP status.</param>
/// <param name="TextCode">The status whose words fit.</param>
/// <param name="Reference">What the log calls this request.</param>
public sealed record ErrorPage(int Code, int TextCode, string Reference);
