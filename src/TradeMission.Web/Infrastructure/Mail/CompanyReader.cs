using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure.Mail;

/// <summary>Somebody at a company to whom letters about its business go.</summary>
/// <param name="Key">Names this person in keys of the outbox.</param>
public sealed record CompanyReader(string Key, Reader Reader)
{
    /// <summary>What contacts are written in: nobody has asked them.</summary>
    private const string Korean = "ko";

    /// <summary>Its users, then its contacts that have a mail address; one letter to an address. A user is written to in the language of their own.</summary>
    public static async Task<IReadOnlyList<CompanyReader>> AllAsync(TradeDbContext db, long companyId, CancellationToken cancellation)
    {
        var users = await db.Users.Where(user => user.CompanyId == companyId && user.IsActive && user.Email != null).OrderBy(user => user.Id)
            .Select(user => new { user.Id, user.Email, user.Name, user.Language }).ToListAsync(cancellation);
        var contacts = await db.Contacts.Where(contact => contact.CompanyId == companyId && contact.Email != null && contact.Email != "").OrderBy(contact => contact.Id)
            .Select(contact => new { contact.Id, contact.Email, contact.Name }).ToListAsync(cancellation);
        return
        [
            .. users.Select(user => new CompanyReader($"user-{user.Id}", new Reader(user.Email!, user.Name, user.Language)))
                .Concat(contacts.Select(contact => new CompanyReader($"contact-{contact.Id}", new Reader(contact.Email!.Trim(), contact.Name, Korean))))
                .DistinctBy(person => person.Reader.Address, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
