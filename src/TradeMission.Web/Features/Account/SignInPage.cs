namespace TradeMission.Web.Features.Account;

/// <param name="SamplePassword">Set only where <paramref name="Samples"/> are offered.</param>
public sealed record SignInPage(IReadOnlyList<SampleUser> Samples, string? SamplePassword);
