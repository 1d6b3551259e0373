using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Data;

namespace TradeMission.Web.Tests;

public sealed class PortalTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task UnknownAddress_IsNoServerFault()
    {
        var page = await portal.Visit().GetPageAsync("/no-such-page");

        Assert.NotEqual(HttpStatusCode.InternalServerError, page.Status);
    }

    /// <summary>Identity's options change the model; migrations are made without them.</summary>
    [Fact]
    public async Task RunningPortal_HasTheModelOfItsMigrations()
    {
        await using var scope = portal.Services.CreateAsyncScope();

        Assert.False(scope.ServiceProvider.GetRequiredService<TradeDbContext>().Database.HasPendingModelChanges());
    }
}
