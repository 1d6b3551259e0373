namespace TradeMission.Browser.Tests;

/// <summary>Tests that share one browser and one portal: start-up is paid once, and two cores are not asked for more.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<Portal>
{
    public const string Name = "Browser";
}
