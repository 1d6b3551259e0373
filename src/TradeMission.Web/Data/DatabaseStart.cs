using Microsoft.EntityFrameworkCore;

namespace TradeMission.Web.Data;

/// <summary>Brings a database up to date and, where it is for trying things out, fills it.</summary>
public static class DatabaseStart
{
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<TradeDbContext>();
        await db.Database.MigrateAsync(cancellation);
    }

    public static async Task LoadSamplesIntoEmptyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<TradeDbContext>();
        if (!services.GetRequiredService<IConfiguration>().GetValue("SampleData:Enabled", false) || await db.Missions.AnyAsync(cancellation))
        {
            return;
        }
    }
}
