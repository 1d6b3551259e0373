using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data.Samples;

namespace TradeMission.Web.Data;

/// <summary>Brings a database up to date and, where it is for trying things out, fills it.</summary>
public static class DatabaseStart
{
    /// <summary>Applies migrations, and fills in what SQL could not.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<TradeDbContext>();
        await db.Database.MigrateAsync(cancellation);
        await ReferenceData.EnsureAsync(db, cancellation);
        await new SearchReindex(db).FillAsync(cancellation);
    }

    /// <summary>Fills an empty database of Development with sample data, unless settings say otherwise.</summary>
    public static async Task LoadSamplesIntoEmptyAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var settings = services.GetRequiredService<IConfiguration>().GetSection(SampleDataSettings.Section).Get<SampleDataSettings>();
        var db = services.GetRequiredService<TradeDbContext>();
        if (settings is { Enabled: true } && await SampleData.IsEmptyAsync(db, cancellation))
        {
            await SampleData.LoadAsync(db, services.GetRequiredService<UserManager<TradeUser>>(), settings.Password, cancellation);
        }
    }
}
