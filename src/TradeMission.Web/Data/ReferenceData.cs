using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Data;

/// <summary>The rows without which the portal cannot work; made wherever migrations are applied, as often as one likes.</summary>
public static class ReferenceData
{
    public static async Task EnsureAsync(TradeDbContext db, CancellationToken cancellationToken)
    {
        var present = await db.Roles.Select(role => role.Name).ToListAsync(cancellationToken);
        foreach (var name in Roles.All.Except(present))
        {
            db.Roles.Add(new IdentityRole<long>(name!) { NormalizedName = name!.ToUpperInvariant() });
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
