using TradeMission.Web.Tests.SampleData;
using Samples = TradeMission.Web.Data.Samples.SampleData;

namespace TradeMission.Web.Tests.Deals;

/// <summary>A portal over the sample data, with its users.</summary>
public sealed class SamplePortal : Portal
{
    public const string Administrator = "admin@example.com";
    public const string Officer = "officer@example.com";
    public const string Manager = "manager@example.com";
    public const string Company = "saebom@example.com";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Open();
        await Samples.ResetAsync(db, LoadedSamples.UsersOf(db), LoadedSamples.Password, CancellationToken.None);
    }

    public Task<Visitor> SignInAsSampleAsync(string email) => SignInAsync(email, LoadedSamples.Password);
}
