using System.Data;
using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Tests.Data;

public sealed class KeptConnectionTests
{
    [Fact]
    public async Task Connection_StaysOpenBetweenQueriesAndEndsWithTheContext()
    {
        if (TestDatabase.IsOnServer)
        {
            return;
        }

        await using var database = await TestDatabase.CreateWithWorldAsync();
        var db = database.Open();
        var connection = db.Database.GetDbConnection();
        Assert.Equal(ConnectionState.Closed, connection.State);

        await db.Missions.CountAsync();
        Assert.Equal(ConnectionState.Open, connection.State);
        await db.DisposeAsync();

        Assert.Equal(ConnectionState.Closed, connection.State);
    }
}
