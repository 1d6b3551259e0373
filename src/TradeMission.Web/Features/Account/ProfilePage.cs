namespace TradeMission.Web.Features.Account;

/// <summary>What a person reads about the own account and an administrator changes.</summary>
public sealed record ProfilePage(string Email, string? Company);
