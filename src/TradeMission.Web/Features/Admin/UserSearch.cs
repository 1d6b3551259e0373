using System.Linq.Expressions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Admin;

/// <summary>What the address of the list of users says: ?q=&amp;role=&amp;state=&amp;company=&amp;sort=&amp;page=.</summary>
public sealed class UserSearch
{
    public string? Q { get; set; }

    public string? Role { get; set; }

    public UserState? State { get; set; }

    public long? Company { get; set; }

    public string? Sort { get; set; }

    public int? Page { get; set; }

    public bool IsFiltered => Q is not null || Role is not null || State is not null || Company is not null;

    /// <summary>The accounts that the filter finds.</summary>
    /// <param name="now">Decides which locks are over.</param>
    public IQueryable<UserRow> Rows(TradeDbContext db, DateTimeOffset now)
    {
        var users = db.Users.Containing(Q);
        if (Company is { } company)
        {
            users = users.Where(user => user.CompanyId == company);
        }

        var rows = users.Select(user => new UserRow
        {
            Id = user.Id,
            Name = user.Name,
            Email = user.Email,
            Role = db.UserRoles.Where(holder => holder.UserId == user.Id).Join(db.Roles, holder => holder.RoleId, role => role.Id, (_, role) => role.Name).FirstOrDefault(),
            CompanyKo = user.Company!.NameKo,
            CompanyEn = user.Company.NameEn,
            State = !user.IsActive ? UserState.Off : user.PasswordHash == null ? UserState.Invited : user.LockoutEnd > now ? UserState.Locked : UserState.Active,
            LastSignedInAt = user.LastSignedInAt,
        });
        if (!string.IsNullOrEmpty(Role))
        {
            rows = rows.Where(row => row.Role == Role);
        }

        return State is { } state ? rows.Where(row => row.State == state) : rows;
    }

    public IQueryable<UserRow> Ordered(IQueryable<UserRow> rows)
    {
        return Sort?.TrimStart('-') switch
        {
            "email" => By(row => row.Email),
            "seen" => By(row => row.LastSignedInAt),
            _ => By(row => row.Name),
        };

        IQueryable<UserRow> By<TKey>(Expression<Func<UserRow, TKey>> key) =>
            Sort?.StartsWith('-') == true ? rows.OrderByDescending(key).ThenByDescending(row => row.Id) : rows.OrderBy(key).ThenBy(row => row.Id);
    }
}
