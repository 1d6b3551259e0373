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
    private const string Reminder = "ConfirmationReminder";

    /// <summary>Asks every selected company of a mission.</summary>
    /// <returns>How many companies, and how many people of theirs, were written to.</returns>
    public async Task<(int Companies, int People)> AskAllAsync(long missionId, CancellationToken cancellation)
    {
        var (companies, people) = (0, 0);
        foreach (var participation in await db.Participations.Where(own => own.MissionId == missionId && own.Status == ParticipationStatus.Selected).Select(own => own.Id).ToListAsync(cancellation))
        {
            db.ChangeTracker.Clear();
            var asked = await AskAsync(participation, cancellation);
            (companies, people) = (companies + (asked > 0 ? 1 : 0), people + asked);
        }

        return (companies, people);
    }

    /// <summary>Asks anew: links of an earlier request end.</summary>
    /// <returns>How many people were written to; 0 where nobody of the company has an address, or no figure waits for an answer.</returns>
    public async Task<int> AskAsync(long participationId, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(db.Participations.Where(participation => participation.Id == participationId).Select(participation => participation.MissionId), cancellation);
        var asked = await AskInTurnAsync(participationId, null, cancellation);
        if (asked > 0)
        {
            await turn.CommitAsync(cancellation);
        }

        return asked;
    }

    /// <summary>The same inside the caller's transaction, which has the mission's turn.</summary>
    /// <param name="reply">What the officer says to the company's answer; null where nothing was answered.</param>
    public async Task<int> AskInTurnAsync(long participationId, string? reply, CancellationToken cancellation)
    {
        var open = (await AskedFigure.OfAsync(db, participationId, cancellation)).Count(figure => figure.IsToBeAnswered);
        var participation = await db.Participations.Include(participation => participation.Mission).SingleAsync(participation => participation.Id == participationId, cancellation);
        if (open == 0 || participation.Mission.Status == MissionStatus.Cancelled)
        {
            return 0;
        }

        var now = db.Clock.GetUtcNow().UtcDateTime;
        var waiting = await db.ConfirmationRequests.Include(request => request.Links).Where(request => request.ParticipationId == participationId && request.DoneAt == null).ToListAsync(cancellation);
        if (reply is not null && waiting.Exists(request => request.Links.Any(link => link.IsOpen(now))))
        {
            // A link that is out shows this reply too.
            return 0;
        }

        foreach (var earlier in waiting)
        {
            earlier.Finish(now, false);
        }

        var request = new ConfirmationRequest { ParticipationId = participationId, Participation = participation, AskedAt = now, AskedByName = db.Actor.Name };
        var asked = await SendAsync(request, participation, reply is null ? "Confirmation" : "ConfirmationReply", open, reply, cancellation);
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
        await using var turn = await db.BeginMissionAsync(db.ConfirmationRequests.Where(request => request.Id == requestId).Select(request => request.Participation.MissionId), cancellation);
        var request = await db.ConfirmationRequests.Include(request => request.Links).Include(request => request.Participation).ThenInclude(participation => participation.Mission)
            .SingleAsync(request => request.Id == requestId, cancellation);
        if (!request.IsToBeReminded(today))
        {
            return;
        }

        var open = (await AskedFigure.OfAsync(db, request.ParticipationId, cancellation)).Count(figure => figure.IsToBeAnswered);
        if (open == 0 || request.Participation.Mission.Status == MissionStatus.Cancelled)
        {
            request.Finish(db.Clock.GetUtcNow().UtcDateTime, open == 0);
        }
        else
        {
            await SendAsync(request, request.Participation, Reminder, open, null, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
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

    private async Task<int> SendAsync(ConfirmationRequest request, Participation participation, string what, int open, string? reply, CancellationToken cancellation)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var people = (await CompanyReader.AllAsync(db, participation.CompanyId, cancellation)).Select(person => person.Reader).ToList();
        if (people.Count == 0)
        {
            return 0;
        }

        var sent = people.Select(person =>
        {
            var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
            var link = new ConfirmationLink { Request = request, Name = person.Name, Email = person.Address, TokenHash = HashOf(token), ExpiresAt = now.AddDays(ConfirmationLink.ValidDays) };
            var letter = letters.About(person, what, $"/confirmations/{token}", () =>
                ([Show.Name(participation.Mission.TitleKo, participation.Mission.TitleEn), open, ConfirmationLink.ValidDays, reply], []));
            return (link, letter);
        }).ToList();
        request.Send(sent.Select(pair => pair.link), Office.DayOf(db.Clock), now, what == Reminder);
        foreach (var (link, letter) in sent)
        {
            Outbox.Queue(db, letter, $"confirmation/{link.TokenHash}");
        }

        return sent.Count;
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
