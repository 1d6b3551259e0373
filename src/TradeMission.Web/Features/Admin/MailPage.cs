using MimeKit;

namespace TradeMission.Web.Features.Admin;

/// <param name="Outbox">Letters about business, by state.</param>
/// <param name="Folder">What lies in the local folder; null outside Development.</param>
public sealed record MailPage(IReadOnlyList<OutboxPart> Outbox, IReadOnlyList<(string Name, MimeMessage Message)>? Folder);
