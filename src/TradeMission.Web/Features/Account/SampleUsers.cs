using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Features.Account;

/// <summary>The sample data's users, to sign in as by one press; nobody outside Development or without sample data.</summary>
public sealed class SampleUsers(TradeDbContext db, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Sample users, and nobody else, have an address at a domain that is reserved for examples.</summary>
    private const string Domain = "@example.com";

    public string? Password => environment.IsDevelopment() && configuration.GetValue("SampleData:Enabled", false) ? configuration["SampleData:Password"] : null;

    public async Task<IReadOnlyList<SampleUser>> AllAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Password))
        {
            return [];
        }

        var users =
            from user in db.Users
            join holder in db.UserRoles on user.Id equals holder.UserId
            join role in db.Roles on holder.RoleId equals role.Id
            where user.Email!.EndsWith(Domain) && user.IsActive && user.PasswordHash != null
            orderby user.Id
            select new SampleUser(user.Email!, user.Name, role.Name!, user.Company!.NameKo);
        return await users.Take(12).ToListAsync(cancellation);
    }
}
