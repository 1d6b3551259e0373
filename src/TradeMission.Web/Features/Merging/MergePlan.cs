using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>What a merge would do: shown before it is done, and done as it was shown.</summary>
public sealed class MergePlan
{
    /// <summary>Days on which both met shown one by one.</summary>
    private const int MostSameDays = 20;

    public required FirmRegister Register { get; init; }

    /// <summary>Stays.</summary>
    public required IFirm Winner { get; init; }

    public required IFirm Loser { get; init; }

    public required IReadOnlyList<Choice> Choices { get; init; }

    /// <summary>What hangs on the one that goes, each kind with its number.</summary>
    public required IReadOnlyList<(string Record, int Count)> Moves { get; init; }

    public required IReadOnlyList<Fold> Folds { get; init; }

    /// <summary>Why it cannot be done, each with where that is put right.</summary>
    public required IReadOnlyList<DeletePage.Hang> Obstacles { get; init; }

    /// <summary>What it brings about that somebody should know.</summary>
    public required IReadOnlyList<DeletePage.Hang> Notes { get; init; }

    public long WinnerId => ((Entity)Winner).Id;

    public long LoserId => ((Entity)Loser).Id;

    /// <summary>Differs from one state of affairs to the next: whoever confirms has seen what then happens.</summary>
    public string Seen => string.Join('.', new[] { ((Entity)Winner).Version, ((Entity)Loser).Version }.Concat(Moves.Select(move => move.Count)).Select(number => number.ToString(CultureInfo.InvariantCulture))
        .Concat(Folds.Select(fold => string.Create(CultureInfo.InvariantCulture, $"{fold.From}-{fold.To}-{fold.Consultations}"))));

    /// <param name="TakesLosers">What is proposed: what the winner says, unless it says nothing.</param>
    /// <param name="IsFixed">There is nothing to choose.</param>
    public sealed record Choice(FirmField Field, string? Winners, string? Losers, bool TakesLosers, bool IsFixed)
    {
        public bool Differs => Winners != Losers;
    }

    /// <summary>Both took part in one mission: the records of the one participation go over to the other.</summary>
    public sealed record Fold(long From, long To, string Reference, string TitleKo, string TitleEn, long MissionId, ParticipationStatus FromStatus, ParticipationStatus ToStatus, int Consultations);

    /// <summary>Null where one of the two is not there.</summary>
    public static async Task<MergePlan?> OfAsync(TradeDbContext db, FirmRegister register, long winnerId, long loserId, CancellationToken cancellation)
    {
        if (winnerId == loserId || await register.FindAsync(db, winnerId, cancellation) is not { } winner || await register.FindAsync(db, loserId, cancellation) is not { } loser)
        {
            return null;
        }

        var moves = new List<(string Record, int Count)>();
        foreach (var reference in register.References)
        {
            moves.Add((reference.Record, await reference.CountAsync(db, loserId, cancellation)));
        }

        var folds = register.Kind == FirmKind.Company ? await FoldsAsync(db, winnerId, loserId, cancellation) : [];
        return new MergePlan
        {
            Register = register,
            Winner = winner,
            Loser = loser,
            Choices = [.. register.Fields.Select(field => ChoiceOf(field, winner, loser))],
            Moves = moves,
            Folds = folds,
            Obstacles = [.. folds.Where(fold => fold is { FromStatus: ParticipationStatus.Selected, ToStatus: not ParticipationStatus.Selected })
                .Select(fold => new DeletePage.Hang(Texts.Get("Merging.NotSelected", fold.Reference, Texts.Of(fold.ToStatus)), $"/missions/{fold.MissionId}/participations/{fold.To}/edit"))],
            Notes = await NotesAsync(db, winner, loser, moves, cancellation),
        };
    }

    private static Choice ChoiceOf(FirmField field, IFirm winner, IFirm loser)
    {
        // Whoever must not be met stays so, whichever record said it.
        if (field.Name == nameof(Buyer.Credit) && ((Buyer)winner).Credit == Credit.Blocked != (((Buyer)loser).Credit == Credit.Blocked))
        {
            return new Choice(field, field.Text(winner), field.Text(loser), ((Buyer)loser).Credit == Credit.Blocked, true);
        }

        var (winners, losers) = (field.Text(winner), field.Text(loser));
        return new Choice(field, winners, losers, winners is null && losers is not null, winners == losers);
    }

    private static Task<List<Fold>> FoldsAsync(TradeDbContext db, long winner, long loser, CancellationToken cancellation) => db.Participations.Where(from => from.CompanyId == loser)
        .Join(db.Participations.Where(to => to.CompanyId == winner), from => from.MissionId, to => to.MissionId, (from, to) => new { from, to })
        .OrderBy(pair => pair.from.Id)
        .Select(pair => new Fold(
            pair.from.Id, pair.to.Id, pair.from.Mission.Reference, pair.from.Mission.TitleKo, pair.from.Mission.TitleEn, pair.from.MissionId, pair.from.Status, pair.to.Status,
            db.Consultations.Count(consultation => consultation.ParticipationId == pair.from.Id)))
        .ToListAsync(cancellation);

    private static async Task<IReadOnlyList<DeletePage.Hang>> NotesAsync(TradeDbContext db, IFirm winner, IFirm loser, List<(string Record, int Count)> moves, CancellationToken cancellation)
    {
        var notes = new List<DeletePage.Hang>();
        var (winnerId, loserId) = (((Entity)winner).Id, ((Entity)loser).Id);
        if (winner is Company { RegistrationNumber: { } one } && loser is Company { RegistrationNumber: { } other } && one != other)
        {
            notes.Add(new DeletePage.Hang(Texts.Get("Merging.OtherNumber"), null));
        }

        if (winner is Buyer { Country: { } here } && loser is Buyer { Country: { } there } && here != there)
        {
            notes.Add(new DeletePage.Hang(Texts.Get("Merging.OtherCountry"), null));
        }

        var isCompany = winner is Company;
        var reported = await db.Missions.Where(mission => db.ReportSnapshots.Any(snapshot => snapshot.MissionId == mission.Id)
                && (isCompany ? mission.Participations.Any(own => own.CompanyId == loserId) : db.Consultations.Any(own => own.MissionId == mission.Id && own.BuyerId == loserId)))
            .OrderBy(mission => mission.StartsOn).Select(mission => mission.Reference).ToListAsync(cancellation);
        if (reported.Count > 0)
        {
            notes.Add(new DeletePage.Hang(Texts.Get("Merging.ReportsStay", string.Join(", ", reported)), null));
        }

        if (moves.Find(move => move.Record == AuditTrail.NameOf(typeof(TradeUser))).Count is > 0 and var users)
        {
            notes.Add(new DeletePage.Hang(Texts.Get("Merging.UsersMove", users), null));
        }

        var emails = await db.Contacts.Where(contact => (isCompany ? contact.CompanyId : contact.BuyerId) == winnerId && contact.Email != null).Select(contact => contact.Email!)
            .ToListAsync(cancellation);
        var twice = (await db.Contacts.Where(contact => (isCompany ? contact.CompanyId : contact.BuyerId) == loserId && contact.Email != null).Select(contact => contact.Email!).ToListAsync(cancellation))
            .Intersect(emails, StringComparer.OrdinalIgnoreCase).ToList();
        if (twice.Count > 0)
        {
            notes.Add(new DeletePage.Hang(Texts.Get("Merging.SameEmails", string.Join(", ", twice)), null));
        }

        notes.AddRange((await SameDaysAsync(db, isCompany, winnerId, loserId, cancellation))
            .Select(same => new DeletePage.Hang(Texts.Get("Merging.SameDay", Show.Day(same.HeldOn), same.Winners, same.Losers), $"/consultations/{same.Losers}")));
        return notes;
    }

    /// <summary>Consultations that will be of the same company, buyer and day.</summary>
    private static async Task<IReadOnlyList<(DateOnly HeldOn, long Winners, long Losers)>> SameDaysAsync(TradeDbContext db, bool isCompany, long winner, long loser, CancellationToken cancellation)
    {
        var winners = db.Consultations.Where(own => !own.DayUnknown && (isCompany ? own.Participation.CompanyId : own.BuyerId) == winner)
            .Select(own => new { own.Id, own.HeldOn, Other = isCompany ? own.BuyerId : own.Participation.CompanyId });
        var losers = db.Consultations.Where(own => !own.DayUnknown && (isCompany ? own.Participation.CompanyId : own.BuyerId) == loser)
            .Select(own => new { own.Id, own.HeldOn, Other = isCompany ? own.BuyerId : own.Participation.CompanyId });
        var same = await winners.Join(losers, one => new { one.HeldOn, one.Other }, other => new { other.HeldOn, other.Other }, (one, other) => new { one.HeldOn, Winners = one.Id, Losers = other.Id })
            .OrderBy(pair => pair.HeldOn).ThenBy(pair => pair.Winners).ThenBy(pair => pair.Losers).Take(MostSameDays).ToListAsync(cancellation);
        return [.. same.Select(pair => (pair.HeldOn, pair.Winners, pair.Losers))];
    }
}
