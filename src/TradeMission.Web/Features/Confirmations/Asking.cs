using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;

namespace TradeMission.Web.Features.Confirmations;

/// <summary>Asks companies to confirm their figures: a letter with a link of its own for each contact and user, in the transaction that notes the request.</summary>
public sealed class Asking(TradeDbContext db, Letters letters)
{
    private const int TokenBytes = 32;

    /// <summary>Asks anew: links of an earlier request end.</summary>
    /// <returns>How many people were written to; 0 where nobody of the company has an address, or no figure waits for an answer.</returns>
    public async Task<int> AskAsync(long participationId, CancellationToken cancellation)
    {
        var open = (await AskedFigure.OfAsync(db, participationId, cancellation)).Count(figure => figure.IsToBeAnswered);
        var participation = await db.Participations.Include(participation => participation.Mission).SingleAsync(participation => participation.Id == participationId, cancellation);
        if (open == 0 || participation.Mission.Status == MissionStatus.Cancelled)
        {
            return 0;
        }

        var now = db.Clock.GetUtcNow().UtcDateTime;
        foreach (var earlier in await db.ConfirmationRequests.Include(request => request.Links).Where(request => request.ParticipationId == participationId && request.DoneAt == null).ToListAsync(cancellation))
        {
            earlier.Finish(now, false);
        }

        var request = new ConfirmationRequest { ParticipationId = participationId, Participation = participation, AskedAt = now, AskedByName = db.Actor.Name };
        var asked = await SendAsync(request, participation, open, false, cancellation);
        if (asked > 0)
        {
            db.ConfirmationRequests.Add(request);
            await db.SaveChangesAsync(cancellation);
        }

        return asked;
    }

    /// <summary>Reminds of a request that still waits; new links end the old ones.</summary>
    public async Task RemindAsync(long requestId, DateOnly today, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var request = await db.ConfirmationRequests.Include(request => request.Links).Include(request => request.Participation).ThenInclude(participation => participation.Mission)
            .SingleAsync(request => request.Id == requestId, cancellation);
        if (!request.IsToBeReminded(today))
        {
            return;
        }

        var open = (await AskedFigure.OfAsync(db, request.ParticipationId, cancellation)).Count(figure => figure.IsToBeAnswered);
        if (open == 0)
        {
            request.Finish(db.Clock.GetUtcNow().UtcDateTime, true);
        }
        else
        {
            await SendAsync(request, request.Participation, open, true, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The link that a token opens; null where it opens none, or none any more.</summary>
    public async Task<ConfirmationLink?> FindAsync(string token, CancellationToken cancellation)
    {
        var hash = HashOf(token);
        var link = await db.ConfirmationLinks.Include(link => link.Request).ThenInclude(request => request.Participation).ThenInclude(participation => participation.Mission)
            .Include(link => link.Request).ThenInclude(request => request.Participation).ThenInclude(participation => participation.Company)
            .FirstOrDefaultAsync(link => link.TokenHash == hash, cancellation);
        return link?.IsOpen(db.Clock.GetUtcNow().UtcDateTime) == true ? link : null;
    }

    private async Task<int> SendAsync(ConfirmationRequest request, Participation participation, int open, bool isReminder, CancellationToken cancellation)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var people = await PeopleAsync(participation.CompanyId, cancellation);
        if (people.Count == 0)
        {
            return 0;
        }

        var sent = people.Select(person =>
        {
            var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
            var link = new ConfirmationLink { Request = request, Name = person.Name, Email = person.Address, TokenHash = HashOf(token), ExpiresAt = now.AddDays(ConfirmationLink.ValidDays) };
            var letter = letters.About(person, isReminder ? "ConfirmationReminder" : "Confirmation", $"/confirmations/{token}", () =>
                ([Show.Name(participation.Mission.TitleKo, participation.Mission.TitleEn), open, ConfirmationLink.ValidDays], []));
            return (link, letter);
        }).ToList();
        request.Send(sent.Select(pair => pair.link), Office.DayOf(db.Clock), now, isReminder);
        foreach (var (link, letter) in sent)
        {
            Outbox.Queue(db, letter, $"confirmation/{link.TokenHash}");
        }

        return sent.Count;
    }

    /// <summary>Contacts with an address and users of the company, each address once.</summary>
    private async Task<IReadOnlyList<Reader>> PeopleAsync(long companyId, CancellationToken cancellation)
    {
        var users = await db.Users.Where(user => user.CompanyId == companyId && user.IsActive && user.Email != null).Select(user => new Reader(user.Email!, user.Name, user.Language)).ToListAsync(cancellation);
        var contacts = await db.Contacts.Where(contact => contact.CompanyId == companyId && contact.Email != null).Select(contact => new Reader(contact.Email!, contact.Name, "ko")).ToListAsync(cancellation);
        return [.. users.Concat(contacts).DistinctBy(person => person.Address.ToUpperInvariant())];
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
