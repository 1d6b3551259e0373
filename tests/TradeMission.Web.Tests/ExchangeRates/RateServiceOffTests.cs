using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Data;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.ExchangeRates;

/// <summary>A portal as it is delivered asks nobody.</summary>
public sealed class RateServiceOffTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task NotSetUp_IsNeitherOfferedNorThere()
    {
        var administrator = await portal.SignInAsync(World.Administrator);
        var page = await administrator.GetPageAsync("/admin/rates");

        Assert.Null(page.Document.QuerySelector("a[href='/admin/rates/service']"));
        Assert.NotNull(page.Document.QuerySelector("a[href='/admin/rates/import']"));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetPageAsync("/admin/rates/service")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.PostAsync("/admin/rates/service", await administrator.GetPageAsync("/admin/rates/import"), new() { ["On"] = "2026-11-03" })).Status);
    }

    [Theory]
    [InlineData("http://rates.example/daily")]
    [InlineData("rates.example")]
    public void Setup_AddressThatWouldShowTheKey_EndsTheStart(string url) =>
        Assert.Throws<SetupException>(() => new ServiceCollection().AddRates(Settings(url, "key")));

    [Theory]
    [InlineData("https://rates.example/daily", "")]
    [InlineData("", "key")]
    public void Setup_HalfOfIt_IsOff(string url, string key)
    {
        new ServiceCollection().AddRates(Settings(url, key));

        Assert.False(new RateServiceSettings { Url = url, Key = key }.IsComplete);
    }

    private static IConfiguration Settings(string url, string key) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["Rates:Service:Url"] = url, ["Rates:Service:Key"] = key }).Build();
}
