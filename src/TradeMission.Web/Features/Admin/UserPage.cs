using TradeMission.Web.Features.Shared;

namespace TradeMission.Web.Features.Admin;

/// <summary>One account with its history.</summary>
/// <param name="IsSelf">Whether the reader looks at the own account, which he cannot switch off.</param>
public sealed record UserPage(UserRow User, bool IsSelf, IReadOnlyList<HistoryItem> History);
