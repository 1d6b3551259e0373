using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Offline;

/// <summary>
/// Takes what devices send, however often and in whatever order: each body counts once, for good. That a body was taken is remembered in the transaction that took it, under a
/// key made of the body itself, so that the same one gets the same answer even after somebody has corrected the record.
/// </summary>
public sealed class ConsultationSending(TradeDbContext db, ConsultationRecording recording)
{
    public async Task<SendingOutcome> SendAsync(SentConsultation sent, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(sent.MissionId, cancellation);
        var key = KeyOf(sent);
        sent = await sent.OfTodayAsync(db, cancellation);
        if (await db.SubmittedForms.Where(form => form.Key == key).Select(form => (long?)form.RecordId).FirstOrDefaultAsync(cancellation) is { } taken)
        {
            var record = await FindAsync(sent.ClientId, cancellation);
            return new SendingOutcome { Id = taken, Version = record is not null && sent.IsWhatStandsIn(record) ? record.Version : null };
        }

        if (await FindAsync(sent.ClientId, cancellation) is { } existing)
        {
            return await MeetAsync(sent, existing, key, turn, cancellation);
        }

        var outcome = await recording.RecordAsync(sent.MissionId, sent, RecordedFrom.PhoneOffline, cancellation);
        if (outcome.WasThere)
        {
            // Recorded in another mission since we looked.
            return await FindAsync(sent.ClientId, cancellation) is { } other ? await MeetAsync(sent, other, key, turn, cancellation) : new SendingOutcome { Recording = outcome };
        }

        return outcome.Id is { } id ? await KeepAsync(id, key, outcome, turn, cancellation) : new SendingOutcome { Recording = outcome };
    }

    /// <summary>The record is there: it says the same, or is corrected by somebody who has seen it, or both versions are shown.</summary>
    private async Task<SendingOutcome> MeetAsync(SentConsultation sent, Consultation existing, Guid key, WriteTransaction turn, CancellationToken cancellation)
    {
        if (sent.IsWhatStandsIn(existing))
        {
            return new SendingOutcome { Id = existing.Id, Version = existing.Version };
        }

        if (sent.Version != existing.Version)
        {
            return new SendingOutcome { Conflict = await SendingConflict.OfAsync(db, sent, existing, cancellation) };
        }

        if (sent.MissionId != existing.MissionId)
        {
            return Refused("", "Offline.OtherMission");
        }

        if (!sent.HasItsContract(existing))
        {
            return Refused(nameof(sent.Pursued), "Offline.PursuedLater");
        }

        var outcome = await recording.CorrectAsync(existing, sent.WithBuyerOf(existing), cancellation);
        return outcome.Id is { } id ? await KeepAsync(id, key, outcome, turn, cancellation) : new SendingOutcome { Recording = outcome };
    }

    private async Task<SendingOutcome> KeepAsync(long id, Guid key, RecordingOutcome outcome, WriteTransaction turn, CancellationToken cancellation)
    {
        db.SubmittedForms.Add(new SubmittedForm { Key = key, Record = AuditTrail.NameOf(typeof(Consultation)), RecordId = id, At = db.Clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(cancellation);
        var version = await db.Consultations.Where(consultation => consultation.Id == id).Select(consultation => consultation.Version).FirstAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return new SendingOutcome { Id = id, Version = version, Recording = outcome };
    }

    private static SendingOutcome Refused(string field, string text) => new() { Recording = new RecordingOutcome { Problems = [new Remark(field, Texts.Get(text))] } };

    /// <summary>The same for the same words, whatever their order and spacing in the request.</summary>
    private static Guid KeyOf(SentConsultation sent) => new(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sent with
    {
        Value = WithoutZeros(sent.Value),
        Pursued = WithoutZeros(sent.Pursued),
    }, SentConsultation.Json)).AsSpan(0, 16));

    /// <summary>10.00 is 10.</summary>
    private static decimal? WithoutZeros(decimal? amount) => amount / 1.0000000000000000000000000000m;

    private Task<Consultation?> FindAsync(Guid clientId, CancellationToken cancellation) => db.Consultations
        .Include(consultation => consultation.Buyer).Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps)
        .FirstOrDefaultAsync(consultation => consultation.ClientId == clientId, cancellation);
}
