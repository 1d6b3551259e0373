using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data;

/// <summary>
/// The database. Whatever is saved through it is audited, moves the stored totals and keeps search text, versions and NFC names true, all in one
/// transaction. Nothing outside this folder knows which server is behind it.
/// </summary>
public abstract class TradeDbContext(DbContextOptions options) : IdentityDbContext<TradeUser, IdentityRole<long>, long>(options), IDataProtectionKeyContext
{
    protected const string SearchIndex = "IX_Consultations_Search";

    private (Guid Key, Entity Record)? submission;
    private AuditedAct? act;
    private Func<Actor> actor = () => Actor.Portal;
    private Action? mailWaits;
    private bool hasQueued;

    public DbSet<Mission> Missions => Set<Mission>();

    public DbSet<Stop> Stops => Set<Stop>();

    public DbSet<CoHost> CoHosts => Set<CoHost>();

    public DbSet<HostSupport> HostSupports => Set<HostSupport>();

    public DbSet<Participation> Participations => Set<Participation>();

    public DbSet<StatedTotal> StatedTotals => Set<StatedTotal>();

    public DbSet<StatusChange> StatusChanges => Set<StatusChange>();

    public DbSet<ReportSnapshot> ReportSnapshots => Set<ReportSnapshot>();

    public DbSet<MissionTotal> MissionTotals => Set<MissionTotal>();

    public DbSet<TierTotal> TierTotals => Set<TierTotal>();

    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<SisterCity> SisterCities => Set<SisterCity>();

    public DbSet<Exchange> Exchanges => Set<Exchange>();

    public DbSet<Buyer> Buyers => Set<Buyer>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<Deal> Deals => Set<Deal>();

    public DbSet<DealStep> DealSteps => Set<DealStep>();

    public DbSet<EvidenceFile> EvidenceFiles => Set<EvidenceFile>();

    public DbSet<FigureAnswer> FigureAnswers => Set<FigureAnswer>();

    public DbSet<ConfirmationRequest> ConfirmationRequests => Set<ConfirmationRequest>();

    public DbSet<ConfirmationLink> ConfirmationLinks => Set<ConfirmationLink>();

    public DbSet<NewsRequest> NewsRequests => Set<NewsRequest>();

    public DbSet<Merge> Merges => Set<Merge>();

    public DbSet<NotDuplicate> NotDuplicates => Set<NotDuplicate>();

    public DbSet<ExchangeRate> ExchangeRates => Set<ExchangeRate>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<ImportDraft> ImportDrafts => Set<ImportDraft>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<SubmittedForm> SubmittedForms => Set<SubmittedForm>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<TaskRun> TaskRuns => Set<TaskRun>();

    public DbSet<DeletedRecord> DeletedRecords => Set<DeletedRecord>();

    public DbSet<FormDraft> FormDrafts => Set<FormDraft>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Who makes the changes.</summary>
    public Actor Actor
    {
        get => actor();
        set => actor = () => value;
    }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    /// <summary>Why the next save is made; it stands in the audit trail.</summary>
    public string? Reason { get; set; }

    /// <summary>Under which id the last save keeps what it deleted; null where it deleted nothing that can be restored.</summary>
    public long? LastDeletion { get; private set; }

    internal MissionTurns Turns { get; } = new();

    /// <summary>Whether a record that is restored can have its old id again.</summary>
    public abstract bool KeepsIds { get; }

    /// <summary>
    /// Begins a new owner's work: a pooled context still knows what the last one left undone. Who acts is asked at each save, since the check of a
    /// session uses the context before the request knows its user.
    /// </summary>
    /// <param name="who">Makes the changes.</param>
    /// <param name="clock">Says when.</param>
    /// <param name="whenMailWaits">Called after a commit that queued mail.</param>
    public void ActAs(Func<Actor> who, TimeProvider clock, Action? whenMailWaits = null)
    {
        actor = who;
        Clock = clock;
        Reason = null;
        LastDeletion = null;
        submission = null;
        act = null;
        mailWaits = whenMailWaits;
        hasQueued = false;
    }

    /// <summary>Remembers, in the transaction of the next save, that this form made this record.</summary>
    public void SubmitOnce(Guid key, Entity record) => submission = (key, record);

    /// <summary>
    /// Until it is disposed, saves make or delete many records as one act: they share the audit entry of this record, which the first of them saves and which stands on all
    /// of their timelines. What they change has entries of its own, since only those say from what to what. Several saves want a transaction around them.
    /// </summary>
    public IDisposable AuditAsOne(Entity record) => act = new AuditedAct(record, () => act = null);

    /// <summary>Whether the exception says that a unique index already has such a row.</summary>
    public abstract bool IsDuplicate(DbUpdateException exception);

    /// <summary>
    /// All or nothing, also inside a transaction of the caller's. After a failure that the records themselves caused (a conflict, a duplicate) the
    /// tracker is as it was; after any other it is empty.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Looked for once: whatever changes from here on says so to the tracker itself, and comparing thousands of records a dozen times takes longer than saving them.
        ChangeTracker.DetectChanges();
        var detects = ChangeTracker.AutoDetectChangesEnabled;
        ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await SaveDetectedAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        finally
        {
            ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>Only what is neither audited nor counted nor mail may be saved synchronously: the framework does so with its keys.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        if (!AuditTrail.Of(ChangeTracker).IsEmpty || !TotalsMovement.Of(ChangeTracker).IsEmpty || ChangeTracker.Entries<OutgoingMail>().Any())
        {
            throw new NotSupportedException("Use SaveChangesAsync.");
        }

        SnapshotRules.Check(ChangeTracker);

        using var gate = EnterAsync(CancellationToken.None).GetAwaiter().GetResult();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    /// <summary>A transaction over several saves; writers of an embedded database wait here instead of colliding.</summary>
    public async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var gate = await EnterAsync(cancellationToken);
        try
        {
            return new WriteTransaction(await Database.BeginTransactionAsync(cancellationToken), gate, Committed);
        }
        catch
        {
            gate.Dispose();
            throw;
        }
    }

    /// <summary>The turn to write to one mission, alone: what is read in it stays so until it is over. Inside a caller's transaction it is a part of that one.</summary>
    public Task<WriteTransaction> BeginMissionAsync(long missionId, CancellationToken cancellationToken) => BeginMissionAsync(() => Task.FromResult(missionId), cancellationToken);

    /// <summary>The same for the mission of a record, which is looked up inside it.</summary>
    /// <param name="mission">The id of the one mission.</param>
    /// <exception cref="InvalidOperationException">The record is gone.</exception>
    public Task<WriteTransaction> BeginMissionAsync(IQueryable<long> mission, CancellationToken cancellationToken) => BeginMissionAsync(() => mission.SingleAsync(cancellationToken), cancellationToken);

    private async Task<WriteTransaction> BeginMissionAsync(Func<Task<long>> mission, CancellationToken cancellationToken)
    {
        var turn = Database.CurrentTransaction is null ? await BeginWriteAsync(cancellationToken) : WriteTransaction.OfCaller;
        try
        {
            await TotalsMovement.LockAsync(this, await mission(), cancellationToken);
            return turn;
        }
        catch
        {
            await turn.DisposeAsync();
            throw;
        }
    }

    /// <summary>The turn to write, where the server needs writers to take turns.</summary>
    protected abstract Task<IDisposable> EnterAsync(CancellationToken cancellationToken);

    /// <summary>Said here, not by Identity's options, which migrations do not see: no passkeys are kept.</summary>
    protected override Version SchemaVersion => IdentitySchemaVersions.Version1;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<decimal>().HavePrecision(18, 2);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcOffsetConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TradeDbContext).Assembly, type => type.Namespace == typeof(Mappings.MissionMapping).Namespace);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (typeof(ISearchable).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property<string>(DerivedText.SearchText).HasMaxLength(1000);
            }

            if (typeof(INamed).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property<string>(DerivedText.SearchKeys).HasMaxLength(SearchKeys.Length);
            }

            if (typeof(IFirm).IsAssignableFrom(type.ClrType))
            {
                foreach (var key in new[] { DerivedText.NameKey, DerivedText.OtherNameKey })
                {
                    builder.Entity(type.ClrType).Property<string>(key).HasMaxLength(NameKey.Length);
                    builder.Entity(type.ClrType).HasIndex(key);
                }
            }

            if (typeof(Entity).IsAssignableFrom(type.ClrType))
            {
                builder.Entity(type.ClrType).Property(nameof(Entity.Version)).IsConcurrencyToken();
            }
        }
    }

    private async Task<int> SaveDetectedAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        SavePreparation.Of(ChangeTracker);
        SnapshotRules.Check(ChangeTracker);
        var trail = AuditTrail.Of(ChangeTracker, act);
        var movement = TotalsMovement.Of(ChangeTracker);
        var deletions = Deletions.Of(trail);
        LastDeletion = null;
        if (trail.IsEmpty && movement.IsEmpty)
        {
            return await SaveAloneAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        using var gate = await EnterAsync(cancellationToken);
        await using var step = await SaveStep.BeginAsync(Database, cancellationToken);
        var recordsSaved = false;
        try
        {
            await movement.LockAsync(this, cancellationToken);
            await MergeRules.CheckAsync(this, cancellationToken);
            var queues = await KeepNewMailAsync(cancellationToken);
            var inserted = await ManyConsultations.InsertAsync(this, cancellationToken);
            recordsSaved = inserted > 0;
            var saved = inserted + await base.SaveChangesAsync(true, cancellationToken);
            recordsSaved = true;
            AuditEntries.AddRange(trail.Written(Actor, Clock.GetUtcNow().UtcDateTime, Reason));
            var kept = deletions.Kept(Actor, Clock.GetUtcNow().UtcDateTime).ToList();
            DeletedRecords.AddRange(kept);
            RememberSubmission();
            await movement.ApplyAsync(this, cancellationToken);
            await base.SaveChangesAsync(true, cancellationToken);
            await ManyRows.InsertAsync(this, AuditSubject.Columns(Model), trail.Subjects(act).Select(subject => new object?[] { subject.Entry, subject.Record, subject.Id }), cancellationToken);
            LastDeletion = kept.Count > 0 ? kept[0].Id : null;
            Forget();
            await step.CommitAsync(cancellationToken);
            Reason = null;
            Saved(queues);
            return saved;
        }
        catch
        {
            await step.UndoAsync();
            Turns.GiveUp();
            if (recordsSaved)
            {
                // The records look saved to the tracker and are not: nobody may go on with them.
                ChangeTracker.Clear();
            }

            throw;
        }
    }

    private async Task<int> SaveAloneAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken)
    {
        if (!ChangeTracker.HasChanges())
        {
            return 0;
        }

        using var gate = await EnterAsync(cancellationToken);
        var queues = await KeepNewMailAsync(cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        Saved(queues);
        return saved;
    }

    /// <summary>
    /// A letter whose key is in the outbox already stays out, so that whatever causes it may happen twice. Where two portals queue it at the same moment, the
    /// index refuses the second, and its whole save with it.
    /// </summary>
    /// <returns>Whether there is mail to be queued.</returns>
    private async Task<bool> KeepNewMailAsync(CancellationToken cancellationToken)
    {
        var added = ChangeTracker.Entries<OutgoingMail>().Where(entry => entry.State == EntityState.Added).ToList();
        if (added.Count == 0)
        {
            return false;
        }

        var keys = added.Select(entry => entry.Entity.Key).Distinct().ToList();
        var known = (await OutgoingMails.Where(mail => keys.Contains(mail.Key)).Select(mail => mail.Key).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var entry in added.Where(entry => !known.Add(entry.Entity.Key)))
        {
            entry.State = EntityState.Detached;
        }

        return added.Exists(entry => entry.State == EntityState.Added);
    }

    /// <summary>Inside a transaction of the caller's nothing is there for others yet: it is told when that commits.</summary>
    private void Saved(bool queued)
    {
        hasQueued |= queued;
        if (Database.CurrentTransaction is null)
        {
            Committed();
        }
    }

    private void Committed()
    {
        if (hasQueued)
        {
            hasQueued = false;
            mailWaits?.Invoke();
        }
    }

    private void RememberSubmission()
    {
        if (submission is { } form)
        {
            SubmittedForms.Add(new SubmittedForm { Key = form.Key, Record = AuditTrail.NameOf(form.Record.GetType()), RecordId = form.Record.Id, At = Clock.GetUtcNow().UtcDateTime });
        }
    }

    private void Forget()
    {
        submission = null;
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.Entity is AuditEntry or AuditSubject or MissionTotal or TierTotal or SubmittedForm).ToList())
        {
            entry.State = EntityState.Detached;
        }
    }
}
