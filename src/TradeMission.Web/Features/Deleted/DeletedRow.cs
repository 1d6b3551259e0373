namespace TradeMission.Web.Features.Deleted;

/// <summary>One line of the list of deleted records.</summary>
/// <param name="Record">The type, by the name that the audit trail gives it.</param>
public sealed record DeletedRow(long Id, string Record, string Name, string? NameEn, DateTime DeletedAt, string DeletedByName, DateTime KeptUntil);
