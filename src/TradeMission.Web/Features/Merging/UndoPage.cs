using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Merging;

/// <summary>What undoing a merge brings back, or why it cannot be undone.</summary>
/// <param name="Names">Of the two, by id.</param>
/// <param name="Returns">What goes back, each kind with how many it was and how many are still there.</param>
public sealed record UndoPage(
    Merge Merge, FirmRegister Register, IReadOnlyDictionary<long, string> Names, IReadOnlyList<(string Record, int Moved, int Still)> Returns, IReadOnlyList<DeletePage.Hang> Obstacles)
{
    public static async Task<UndoPage?> OfAsync(TradeDbContext db, long id, CancellationToken cancellation)
    {
        if (await db.Merges.AsTracking().FirstOrDefaultAsync(merge => merge.Id == id, cancellation) is not { } merge)
        {
            return null;
        }

        var register = FirmRegister.Of(merge.Kind);
        var work = MergeWork.Read(merge.Work);
        var returns = new List<(string Record, int Moved, int Still)>();
        foreach (var move in work.Moves)
        {
            returns.Add((move.Record, move.Ids.Count, await register.ReferenceOf(move).CountStillAsync(db, move.To, move.Ids, cancellation)));
        }

        var names = await register.NamesAsync(db, [merge.WinnerId, merge.LoserId], cancellation);
        return new UndoPage(
            merge, register, names,
            [.. returns.GroupBy(line => line.Record).Select(group => (group.Key, group.Sum(line => line.Moved), group.Sum(line => line.Still)))],
            await ObstaclesAsync(db, merge, register, work, cancellation));
    }

    private static async Task<IReadOnlyList<DeletePage.Hang>> ObstaclesAsync(TradeDbContext db, Merge merge, FirmRegister register, MergeWork work, CancellationToken cancellation)
    {
        var obstacles = new List<DeletePage.Hang>();
        var later = await db.Merges.Where(other => other.Kind == merge.Kind && other.Id > merge.Id && (other.WinnerId == merge.WinnerId || other.LoserId == merge.WinnerId))
            .OrderByDescending(other => other.Id).Select(other => new { other.Id, other.LoserId, other.WinnerId }).ToListAsync(cancellation);
        var names = await register.NamesAsync(db, [.. later.SelectMany(other => new[] { other.LoserId, other.WinnerId })], cancellation);
        obstacles.AddRange(later.Select(other => new DeletePage.Hang(Texts.Get("Merging.LaterFirst", names[other.LoserId], names[other.WinnerId]), $"/merges/{other.Id}/undo")));
        foreach (var number in work.Changes.Where(change => change.Column == nameof(Company.RegistrationNumber)).Select(change => (string?)MergeWork.Restored(change.From, typeof(string))).OfType<string>())
        {
            if (await db.Companies.IgnoreQueryFilters().Where(company => company.RegistrationNumber == number && company.Id != merge.WinnerId && company.Id != merge.LoserId)
                .Select(company => new { company.Id, company.NameKo, company.NameEn }).FirstOrDefaultAsync(cancellation) is { } holder)
            {
                obstacles.Add(new DeletePage.Hang(Texts.Get("Merging.NumberTaken", RegistrationNumber.Format(number), Show.Name(holder.NameKo, holder.NameEn)), $"/companies/{holder.Id}"));
            }
        }

        return obstacles;
    }
}
