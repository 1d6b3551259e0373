namespace TradeMission.Web.Features.Admin;

/// <summary>The letters of one state: how many there are, and those that are shown.</summary>
public sealed record OutboxPart(MailState State, int Total, IReadOnlyList<OutboxRow> Rows);
