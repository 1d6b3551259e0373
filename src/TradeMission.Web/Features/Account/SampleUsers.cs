using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Account;

/// <summary>The sample data's users, to sign in as by one press; nobody outside Development or without sample data.</summary>
public sealed class SampleUsers(TradeDbContext db, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Sample users, and nobody else, have an address at a domain that is reserved for examples.</summary>
    private const string Domain = "@example.com";

    private const int Most = 12;

    private static readonly List<string> Order = [Roles.Officer, Roles.Company, Roles.Manager, Roles.Administrator];

    public string? Password => environment.IsDevelopment() && configuration.GetValue("SampleData:Enabled", false) ? configuration["SampleData:Password"] : null;

    public async Task<IReadOnlyList<SampleUser>> AllAsync(CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(Password))
        {
            return [];
        }

        var users = await (
            from user in db.Users
            join holder in db.UserRoles on user.Id equals holder.UserId
            join role in db.Roles on holder.RoleId equals role.Id
            where user.Email!.EndsWith(Domain) && user.IsActive && user.PasswordHash != null
            orderby user.Id
            select new { user.Email, user.Name, Role = role.Name, user.Company!.NameKo, user.Company.NameEn }).Take(Most).ToListAsync(cancellation);
        return [.. users
            .Select(user => new SampleUser(user.Email, user.Name, user.Role!, user.NameKo is null ? null : Show.Name(user.NameKo, user.NameEn)))
            .OrderBy(user => Order.IndexOf(user.Role))];
    }
}
