using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Offline;

/// <summary>The record says something else than what was sent: both versions, for people field by field, for the device as they were sent.</summary>
/// <param name="Version">What a correction must be based on.</param>
/// <param name="ChangedBy">Who wrote the stored version last, and when.</param>
public sealed record SendingConflict(long Id, int Version, string? ChangedBy, SentConsultation Mine, SentConsultation Theirs, IReadOnlyList<ConflictPage.Row> Rows)
{
    public static async Task<SendingConflict> OfAsync(TradeDbContext db, SentConsultation mine, Consultation consultation, CancellationToken cancellation)
    {
        var theirs = SentConsultation.Of(consultation);
        var last = await db.AuditEntries.Where(entry => entry.Record == AuditTrail.NameOf(typeof(Consultation)) && entry.RecordId == consultation.Id)
            .OrderByDescending(entry => entry.Id).Select(entry => new { entry.ActorName, entry.At }).FirstOrDefaultAsync(cancellation);
        var (inMine, inTheirs) = (await WordsOfAsync(db, mine, cancellation), await WordsOfAsync(db, theirs, cancellation));
        return new SendingConflict(
            consultation.Id, consultation.Version, last is null ? null : $"{last.ActorName} · {Show.Moment(last.At)}", mine, theirs,
            [.. inMine.Zip(inTheirs, (here, there) => new ConflictPage.Row(here.Label, here.Text, there.Text))]);
    }

    private static async Task<IReadOnlyList<(string Label, string Text)>> WordsOfAsync(TradeDbContext db, SentConsultation sent, CancellationToken cancellation)
    {
        var company = await db.Participations.Where(participation => participation.Id == sent.ParticipationId)
            .Select(participation => new { participation.Company.NameKo, participation.Company.NameEn }).FirstOrDefaultAsync(cancellation);
        var stop = await db.Stops.Where(stop => stop.Id == sent.StopId).Select(stop => new { stop.CityKo, stop.CityEn }).FirstOrDefaultAsync(cancellation);
        var buyer = await db.Buyers.Where(buyer => buyer.Id == sent.BuyerId).Select(buyer => buyer.Name).FirstOrDefaultAsync(cancellation);
        return
        [
            (Texts.Get("Consultations.Field.CompanyShown"), Text(Show.Name(company?.NameKo, company?.NameEn))),
            (Texts.Get("Consultations.Field.BuyerName"), Text(buyer ?? sent.NewBuyerName)),
            (Texts.Get("Consultations.Field.StopShown"), Text(Show.Name(stop?.CityKo, stop?.CityEn))),
            (Texts.Get("Consultations.Field.HeldOn"), Show.Day(sent.HeldOn)),
            (Texts.Get("Consultations.Field.StartsAt"), Show.Time(sent.StartsAt)),
            (Texts.Get("Consultations.Field.Kind"), Texts.Of(sent.Kind)),
            (Texts.Get("Consultations.Field.Products"), Text(sent.Products)),
            (Texts.Get("Consultations.Field.Value"), sent.Value is { } value ? Show.Amount(value, sent.ValueCurrency ?? "") : "–"),
            (Texts.Get("Consultations.Field.Assessment"), sent.Assessment is { } assessment ? Texts.Of(assessment) : "–"),
            (Texts.Get("Consultations.Field.NextStep"), Text(sent.NextStep)),
            (Texts.Get("Consultations.Field.NextStepDueOn"), sent.NextStepDueOn is { } due ? Show.Day(due) : "–"),
            // Nobody follows up what is no step: the form names the officer before there is one.
            (Texts.Get("Consultations.Field.NextStepOwner"), Text(string.IsNullOrWhiteSpace(sent.NextStep) ? null : sent.NextStepOwner)),
            (Texts.Get("Consultations.Field.Notes"), Text(sent.Notes)),
        ];
    }

    private static string Text(string? text) => string.IsNullOrWhiteSpace(text) ? "–" : text;
}
