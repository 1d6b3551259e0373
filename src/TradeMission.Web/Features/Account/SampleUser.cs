namespace TradeMission.Web.Features.Account;

/// <summary>Somebody of the sample data whom the sign-in page offers in Development.</summary>
public sealed record SampleUser(string Email, string Name, string Role, string? Company);
