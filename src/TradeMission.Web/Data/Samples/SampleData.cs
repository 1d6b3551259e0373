using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data.Samples.Article;
using TradeMission.Web.Data.Samples.Invented;

#pragma warning disable RS0030 // A reset empties whole tables in one transaction; nothing is left that could be audited or counted.

namespace TradeMission.Web.Data.Samples;

/// <summary>What Development starts with: the mission of the 2008 article exactly as it states it, and invented missions that say so in every name.</summary>
public static class SampleData
{
    private static readonly Actor Loader = new(null, "예시 자료", null);

    /// <summary>Whether nobody has entered anything: the only state in which sample data may be loaded.</summary>
    public static async Task<bool> IsEmptyAsync(TradeDbContext db, CancellationToken cancellation) =>
        !await db.Missions.AnyAsync(cancellation) && !await db.Companies.AnyAsync(cancellation) && !await db.Buyers.AnyAsync(cancellation)
        && !await db.SisterCities.AnyAsync(cancellation) && !await db.Users.AnyAsync(cancellation);

    /// <summary>Loads everything in one transaction, so that a killed start leaves an empty database behind.</summary>
    /// <param name="users">Of the same scope as <paramref name="db"/>.</param>
    /// <param name="password">Of all sample users.</param>
    /// <exception cref="InvalidOperationException">There is data already.</exception>
    public static async Task LoadAsync(TradeDbContext db, UserManager<TradeUser> users, string password, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginWriteAsync(cancellation);
        await FillAsync(db, users, password, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Deletes every record, the audit trail and users included, and loads the sample data again, all in one transaction.</summary>
    public static async Task ResetAsync(TradeDbContext db, UserManager<TradeUser> users, string password, CancellationToken cancellation)
    {
        await using var transaction = await db.BeginWriteAsync(cancellation);
        db.ChangeTracker.Clear();
        await EmptyAsync(db, cancellation);
        await FillAsync(db, users, password, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task FillAsync(TradeDbContext db, UserManager<TradeUser> users, string password, CancellationToken cancellation)
    {
        if (!await IsEmptyAsync(db, cancellation))
        {
            throw new InvalidOperationException("Sample data is loaded only into an empty database.");
        }

        var actor = db.Actor;
        db.Actor = Loader;
        try
        {
            await ReferenceData.EnsureAsync(db, cancellation);
            await ArticleMission.LoadAsync(db, cancellation);
            await InventedMissions.LoadAsync(db, users, password, cancellation);
        }
        finally
        {
            db.Actor = actor;
            db.ChangeTracker.Clear();
        }
    }

    private static async Task EmptyAsync(TradeDbContext db, CancellationToken cancellation)
    {
        await db.AuditEntries.SelectMany(entry => entry.Subjects).ExecuteDeleteAsync(cancellation);
        await db.AuditEntries.ExecuteDeleteAsync(cancellation);
        await db.SubmittedForms.ExecuteDeleteAsync(cancellation);
        await db.DeletedRecords.ExecuteDeleteAsync(cancellation);
        await db.FormDrafts.ExecuteDeleteAsync(cancellation);
        await db.ImportDrafts.ExecuteDeleteAsync(cancellation);
        await db.Imports.ExecuteDeleteAsync(cancellation);
        await db.OutgoingMails.ExecuteDeleteAsync(cancellation);
        await db.TaskRuns.ExecuteDeleteAsync(cancellation);
        await db.MissionTotals.ExecuteDeleteAsync(cancellation);
        await db.TierTotals.ExecuteDeleteAsync(cancellation);
        await db.ConfirmationLinks.ExecuteDeleteAsync(cancellation);
        await db.ConfirmationRequests.ExecuteDeleteAsync(cancellation);
        await db.FigureAnswers.ExecuteDeleteAsync(cancellation);
        await db.EvidenceFiles.ExecuteDeleteAsync(cancellation);
        await db.DealSteps.Where(step => step.CorrectsId != null).ExecuteUpdateAsync(set => set.SetProperty(step => step.CorrectsId, (long?)null), cancellation);
        await db.DealSteps.ExecuteDeleteAsync(cancellation);
        await db.NewsRequests.ExecuteDeleteAsync(cancellation);
        await db.Deals.ExecuteDeleteAsync(cancellation);
        await db.Consultations.ExecuteDeleteAsync(cancellation);
        await db.HostSupports.ExecuteDeleteAsync(cancellation);
        await db.Exchanges.ExecuteDeleteAsync(cancellation);
        await db.StatedTotals.ExecuteDeleteAsync(cancellation);
        await db.ReportSnapshots.ExecuteDeleteAsync(cancellation);
        await db.StatusChanges.ExecuteDeleteAsync(cancellation);
        await db.CoHosts.ExecuteDeleteAsync(cancellation);
        await db.Merges.ExecuteDeleteAsync(cancellation);
        await db.NotDuplicates.ExecuteDeleteAsync(cancellation);
        await db.Participations.IgnoreQueryFilters().ExecuteDeleteAsync(cancellation);
        await db.Stops.ExecuteDeleteAsync(cancellation);
        await db.Missions.ExecuteDeleteAsync(cancellation);
        await db.Contacts.ExecuteDeleteAsync(cancellation);
        await db.Products.ExecuteDeleteAsync(cancellation);
        await db.Buyers.IgnoreQueryFilters().ExecuteDeleteAsync(cancellation);
        await db.SisterCities.ExecuteDeleteAsync(cancellation);
        await db.ExchangeRates.ExecuteDeleteAsync(cancellation);
        await db.UserClaims.ExecuteDeleteAsync(cancellation);
        await db.UserLogins.ExecuteDeleteAsync(cancellation);
        await db.UserTokens.ExecuteDeleteAsync(cancellation);
        await db.UserRoles.ExecuteDeleteAsync(cancellation);
        await db.Users.ExecuteDeleteAsync(cancellation);
        await db.Companies.IgnoreQueryFilters().ExecuteDeleteAsync(cancellation);
    }
}
