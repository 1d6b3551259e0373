using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

#pragma warning disable CA1304, CA1311 // The database lowers the letters, by its own rules: addresses are ASCII.

namespace TradeMission.Web.Infrastructure;

/// <summary>Records that may be the same firm: each question goes by an index. Whether they are one, a person decides.</summary>
public static class Duplicates
{
    /// <summary>As many as somebody looks through.</summary>
    public const int Most = 10;

    private const int MostHeard = 100;

    /// <summary>Companies with this registration number, or with one of these names however it is written.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="except">The record that is asked about, where it is stored already.</param>
    public static Task<List<Company>> LikeAsync(TradeDbContext db, Company company, long? except, CancellationToken cancellation)
    {
        var (keys, number) = (KeysOf(company), company.RegistrationNumber);
        return db.Companies.AsNoTracking()
            .Where(known => known.Id != except && ((number != null && known.RegistrationNumber == number)
                || keys.Contains(EF.Property<string>(known, "NameKey")) || keys.Contains(EF.Property<string>(known, "OtherNameKey"))))
            .OrderByDescending(known => known.RegistrationNumber == number).ThenBy(known => known.Id).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>Buyers with one of these names however it is written, or with a contact who has one of these addresses.</summary>
    /// <param name="db">Where to look.</param>
    /// <param name="emails">Of the buyer's contacts.</param>
    /// <param name="except">The record that is asked about, where it is stored already.</param>
    public static async Task<List<Buyer>> LikeAsync(TradeDbContext db, Buyer buyer, IEnumerable<string?> emails, long? except, CancellationToken cancellation)
    {
        var keys = KeysOf(buyer);
        var addresses = emails.Where(email => !string.IsNullOrWhiteSpace(email)).Select(email => email!.Trim().ToLowerInvariant()).Distinct().ToList();

        // In a question of their own, and only where there are any: together with the names, both indexes would be left aside.
        var written = addresses.Count == 0 ? [] : await db.Contacts.Where(contact => contact.BuyerId != null && contact.BuyerId != except && contact.Email != null && addresses.Contains(contact.Email.ToLower()))
            .Select(contact => contact.BuyerId!.Value).Distinct().OrderBy(id => id).Take(Most).ToListAsync(cancellation);
        return await db.Buyers.AsNoTracking()
            .Where(known => known.Id != except && (keys.Contains(EF.Property<string>(known, "NameKey")) || keys.Contains(EF.Property<string>(known, "OtherNameKey")) || written.Contains(known.Id)))
            .OrderBy(known => known.Id).Take(Most).ToListAsync(cancellation);
    }

    /// <summary>Those that are called the same in the other script: a Korean transcription of a Latin name. Reads more than an index: for what somebody enters.</summary>
    public static async Task<IReadOnlyList<TFirm>> SoundingLikeAsync<TFirm>(IQueryable<TFirm> firms, TFirm firm, long? except, CancellationToken cancellation)
        where TFirm : Entity, IFirm
    {
        var found = new List<TFirm>();
        foreach (var key in KeysOf(firm))
        {
            if (NameSound.Of(key) is { } sound)
            {
                var heard = await firms.AsNoTracking().Containing(key).Where(known => known.Id != except).OrderBy(known => known.Id).Take(MostHeard).ToListAsync(cancellation);
                found.AddRange(heard.Where(known => KeysOf(known).Exists(own => sound.IsLike(NameSound.Of(own)))));
            }
        }

        return [.. found.DistinctBy(known => known.Id).Take(Most)];
    }

    /// <summary>Those of which nobody has said that they are another firm.</summary>
    public static async Task<IReadOnlyList<IFirm>> NotKnownApartAsync<TFirm>(TradeDbContext db, FirmKind kind, long id, IReadOnlyList<TFirm> alike, CancellationToken cancellation)
        where TFirm : Entity, IFirm
    {
        if (alike.Count == 0)
        {
            return [];
        }

        var apart = await db.NotDuplicates.Where(pair => pair.Kind == kind && (pair.OneId == id || pair.OtherId == id)).Select(pair => pair.OneId == id ? pair.OtherId : pair.OneId).ToListAsync(cancellation);
        return [.. alike.Where(firm => !apart.Contains(firm.Id))];
    }

    private static List<string> KeysOf(IFirm firm) => [.. new[] { firm.FirmName, firm.OtherFirmName }.Select(NameKey.Of).Where(key => key.Length > 0).Distinct()];
}
