using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Consultations;

/// <summary>
/// Recording and correcting a consultation: the one act that pages, imports and offline sync share. It is checked and saved in one turn, so that nobody
/// records the same meeting or closes the mission in between; whatever is refused leaves nothing behind. A caller's own transaction is joined.
/// </summary>
public sealed class ConsultationRecording(TradeDbContext db)
{
    /// <summary>Records the input, or says why not. The one who acts on the context is the one who logged it.</summary>
    public async Task<RecordingOutcome> RecordAsync(long missionId, ConsultationInput input, RecordedFrom from, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(missionId, cancellation);
        if (await FindAsync(input.ClientId, cancellation) is { } there)
        {
            return new RecordingOutcome { Id = there, WasThere = true };
        }

        input = await input.OfTodayAsync(db, cancellation);
        var check = await ConsultationCheck.OfAsync(db, missionId, input, null, cancellation);
        if (!check.Outcome.MayBeRecorded)
        {
            return check.Outcome;
        }

        var consultation = Add(missionId, input, check, from);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (db.IsDuplicate(exception))
        {
            // Sent to two missions at the same moment: the index on ClientId let one of them in.
            db.ChangeTracker.Clear();
            if (await FindAsync(input.ClientId, cancellation) is not { } recorded)
            {
                throw;
            }

            return new RecordingOutcome { Id = recorded, WasThere = true };
        }

        await turn.CommitAsync(cancellation);
        return check.Outcome with { Id = consultation.Id };
    }

    /// <summary>Writes the input into a tracked record and saves it, or says why not.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the record since it was loaded.</exception>
    public async Task<RecordingOutcome> CorrectAsync(Consultation consultation, ConsultationInput input, CancellationToken cancellation)
    {
        await using var turn = await db.BeginMissionAsync(consultation.MissionId, cancellation);
        input = await input.OfTodayAsync(db, cancellation);
        var check = await ConsultationCheck.OfAsync(db, consultation.MissionId, input, consultation, cancellation);
        if (!check.Outcome.MayBeRecorded)
        {
            return check.Outcome;
        }

        var isMoved = consultation.ParticipationId != input.ParticipationId;
        Write(input, check, consultation);
        if (isMoved)
        {
            await Answering.EndForOtherCompanyAsync(db, consultation, SearchText.Stored(input.Reason), cancellation);
        }

        if (db.Entry(consultation).Property(own => own.Answer).IsModified)
        {
            await Answering.EndForChangeAsync(db, consultation.Id, null, SearchText.Stored(input.Reason), cancellation);
            db.Reason = SearchText.Stored(input.Reason);
        }

        await db.SaveChangesAsync(cancellation);
        await turn.CommitAsync(cancellation);
        return check.Outcome with { Id = consultation.Id };
    }

    /// <summary>What recording would say, without recording: for an input that is refused for other reasons already.</summary>
    public async Task<RecordingOutcome> LookAtAsync(long missionId, ConsultationInput input, Consultation? existing, CancellationToken cancellation) =>
        (await ConsultationCheck.OfAsync(db, missionId, await input.OfTodayAsync(db, cancellation), existing, cancellation)).Outcome;

    /// <summary>The buyers that inputs bring along, not added yet: those that name the same one bring it once.</summary>
    internal static IReadOnlyDictionary<(string Name, string? Country), Buyer> NewBuyers(IEnumerable<ConsultationInput> inputs) =>
        inputs.Where(input => input.BuyerId is null).DistinctBy(NewBuyerOf).ToDictionary(NewBuyerOf, BuyerOf);

    /// <summary>
    /// Records many inputs that have been checked in the caller's turn, one after the other as the caller takes them, who may save some and forget them before taking more.
    /// </summary>
    /// <param name="buyers">Those that they bring along; where they are saved already, consultations can be saved many at once.</param>
    internal IEnumerable<Consultation> AddAll(
        long missionId, IEnumerable<(ConsultationInput Input, ConsultationCheck Check)> checkedInputs, IReadOnlyDictionary<(string Name, string? Country), Buyer> buyers, RecordedFrom from) =>
        checkedInputs.Select(pair => Add(missionId, pair.Input, pair.Check, from, pair.Input.BuyerId is null ? buyers[NewBuyerOf(pair.Input)] : null));

    private static (string Name, string? Country) NewBuyerOf(ConsultationInput input) => (SearchText.Fold(input.NewBuyerName), input.NewBuyerCountry);

    private static Buyer BuyerOf(ConsultationInput input) => new() { Name = SearchText.Stored(input.NewBuyerName)!, Country = input.NewBuyerCountry };

    /// <param name="made">The new buyer that the input names, where it has been made already.</param>
    private Consultation Add(long missionId, ConsultationInput input, ConsultationCheck check, RecordedFrom from, Buyer? made = null)
    {
        var consultation = new Consultation
        {
            ClientId = input.ClientId,
            MissionId = missionId,
            StopId = input.StopId,
            ParticipationId = input.ParticipationId!.Value,
            BuyerId = input.BuyerId ?? 0,
            HeldOn = input.HeldOn!.Value,
            LoggedById = db.Actor.Id,
            LoggedByName = db.Actor.Name,
            LoggedAt = db.Clock.GetUtcNow().UtcDateTime,
            From = from,
        };
        Write(input, check, consultation, made);
        db.Consultations.Add(consultation);
        if (check.Pursued is { } pursued)
        {
            OpenDeal(consultation, pursued, input.PursuedExpectedOn);
        }

        return consultation;
    }

    /// <summary>A contract that is talked about at the table: the first step of a deal, dated the day of the consultation.</summary>
    private void OpenDeal(Consultation consultation, Valued pursued, DateOnly? expectedOn)
    {
        var author = new Author(db.Actor.Id, db.Actor.Name, false, consultation.LoggedAt);
        var today = Office.DayOf(db.Clock);
        var deal = consultation.OpenDeal(new StepDraft(DealStage.Pursued, pursued, consultation.HeldOn, expectedOn), author, consultation.HeldOn > today ? consultation.HeldOn : today);
        deal.Follow(db.Actor.Name, expectedOn);
    }

    private static void Write(ConsultationInput input, ConsultationCheck check, Consultation consultation, Buyer? made = null)
    {
        var step = SearchText.Stored(input.NextStep);
        consultation.StopId = input.StopId;
        consultation.ParticipationId = input.ParticipationId!.Value;
        if ((input.BuyerId ?? made?.Id) is > 0 and var buyer)
        {
            consultation.BuyerId = buyer;
        }
        else
        {
            consultation.Buyer = made ?? BuyerOf(input);
        }

        consultation.DayUnknown = consultation.DayUnknown && consultation.HeldOn == input.HeldOn;
        consultation.HeldOn = input.HeldOn!.Value;
        consultation.StartsAt = input.StartsAt;
        consultation.Kind = input.Kind;
        consultation.Products = SearchText.Stored(input.Products);
        consultation.Value = check.Value;
        consultation.Assessment = input.Assessment;
        consultation.Notes = SearchText.Stored(input.Notes);

        // Another step than the one that was done is not done yet.
        consultation.NextStepDoneOn = step == consultation.NextStep ? consultation.NextStepDoneOn : null;
        consultation.NextStep = step;
        consultation.NextStepDueOn = input.NextStepDueOn;
        consultation.NextStepOwner = step is null ? null : SearchText.Stored(input.NextStepOwner);
    }

    private Task<long?> FindAsync(Guid clientId, CancellationToken cancellation) =>
        db.Consultations.Where(consultation => consultation.ClientId == clientId).Select(consultation => (long?)consultation.Id).FirstOrDefaultAsync(cancellation);
}
