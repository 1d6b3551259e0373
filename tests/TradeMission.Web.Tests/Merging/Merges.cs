using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Features.Merging;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Merging;

/// <summary>Merging and undoing without pages.</summary>
internal static class Merges
{
    /// <summary>As it is shown, and with these fields of the one that goes.</summary>
    /// <returns>Whether it was done.</returns>
    public static async Task<bool> MergeAsync(TestDatabase database, FirmRegister register, long winner, long loser, Dictionary<string, bool>? fields = null)
    {
        await using var db = database.Open();
        if (await MergePlan.OfAsync(db, register, winner, loser, default) is not { } plan)
        {
            return false;
        }

        return (await new FirmMerging(db).MergeAsync(register, winner, loser, new MergeForm { Fields = fields ?? [], Reason = "같은 곳", Seen = plan.Seen }, default)).IsDone;
    }

    /// <returns>Whether it was done.</returns>
    public static async Task<bool> UndoLatestAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var latest = await db.Merges.OrderByDescending(merge => merge.Id).Select(merge => merge.Id).FirstAsync();
        return (await new FirmMerging(db).UndoAsync(latest, new UndoForm { Reason = "다른 곳" }, default)).IsDone;
    }
}
