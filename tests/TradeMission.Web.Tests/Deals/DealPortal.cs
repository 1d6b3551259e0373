using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;
using TradeMission.Domain.Missions;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>A portal whose evidence lies in a folder of its own. Beside the World's one deal, which is being pursued, it has one in every state that refuses steps.</summary>
public sealed class DealPortal : Portal
{
    private readonly string files = Directory.CreateTempSubdirectory("trademission-evidence-").FullName;

    /// <summary>The World's: A × Nusantara, 2 November 2026, pursued 120,000.50 USD.</summary>
    public long Pursued => 1;

    /// <summary>A × Saigon: lost.</summary>
    public long Lost { get; private set; }

    /// <summary>A × Nusantara: signed over 40,000 USD and paid in full.</summary>
    public long Paid { get; private set; }

    /// <summary>A × Nusantara: signed over 50,000 USD.</summary>
    public long Signed { get; private set; }

    /// <summary>Of B; committed 7,000 USD.</summary>
    public long OfB { get; private set; }

    /// <summary>A deal being pursued on a mission that was cancelled afterwards.</summary>
    public long OfCancelled { get; private set; }

    /// <summary>Of <see cref="OfCancelled"/>.</summary>
    public long CancelledConsultation { get; private set; }

    protected override IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?> { ["Files:Folder"] = files };

    /// <summary>Names of all files that the store keeps.</summary>
    public IReadOnlyList<string> StoredFiles() => [.. Directory.EnumerateFiles(files, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).Order()];

    /// <summary>All that a refused form must leave as it was: rows, totals, files, the audit trail.</summary>
    public async Task<IReadOnlyList<string>> PictureAsync()
    {
        await using var db = Open();
        var totals = await db.TierTotals.AsNoTracking().OrderBy(total => total.MissionId).ThenBy(total => total.Scope).ThenBy(total => total.ScopeId).ThenBy(total => total.Figure).ThenBy(total => total.Tier).ToListAsync();
        return
        [
            $"{await db.Deals.CountAsync()} {await db.DealSteps.CountAsync()} {await db.EvidenceFiles.CountAsync()} {await db.SubmittedForms.CountAsync()} {await db.AuditEntries.CountAsync()}",
            .. totals.Select(total => $"{total.Scope} {total.ScopeId} {total.Figure} {total.Tier} {total.Count} {total.Amount} {total.WithoutRate}"),
            .. StoredFiles(),
        ];
    }

    public async Task<Deal> DealAsync(long id)
    {
        await using var db = Open();
        return await db.Deals.AsNoTracking().Include(deal => deal.Steps).ThenInclude(step => step.Evidence).SingleAsync(deal => deal.Id == id);
    }

    /// <summary>Opens a deal past all pages; its steps are recorded by the officer.</summary>
    public async Task<long> OpenDealAsync(long consultation, params (DealStage Stage, decimal? Amount, string On)[] steps)
    {
        await using var db = Open();
        var held = await db.Consultations.Include(consultation => consultation.Mission).SingleAsync(found => found.Id == consultation);
        var author = new Author(null, "김담당", false, TestDatabase.Start.UtcDateTime);
        Deal? deal = null;
        foreach (var (stage, amount, on) in steps)
        {
            var day = DateOnly.ParseExact(on, "yyyy-MM-dd");
            var draft = new StepDraft(stage, amount is { } figure ? World.Usd(figure, day) : null, day, Reason: stage.IsExit() ? "가격이 맞지 않음" : null);
            if (deal is null)
            {
                db.Deals.Add(deal = held.OpenDeal(draft, author, day));
            }
            else
            {
                deal.Add(draft, author, day);
            }
        }

        await db.SaveChangesAsync();
        return deal!.Id;
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Lost = await OpenDealAsync(World.Ids.AWithSaigon, (DealStage.Pursued, 2_000m, "2026-11-05"), (DealStage.Lost, null, "2026-11-05"));
        Paid = await OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 40_000m, "2026-11-02"), (DealStage.Paid, 40_000m, "2026-11-03"));
        Signed = await OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 50_000m, "2026-11-03"));
        OfB = await OpenDealAsync(World.Ids.BWithHanoi, (DealStage.Committed, 7_000m, "2026-11-06"));
        await CancelAMissionAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(files, true);
    }

    private async Task CancelAMissionAsync()
    {
        await using var db = Open();
        var mission = World.NewMission("TM-2026-090", "취소한 시장개척단", "Cancelled Mission", new DateOnly(2026, 10, 12), new DateOnly(2026, 10, 16), "ASEAN");
        mission.ChangeStatus(MissionStatus.Recruiting, "계획대로", null, "김담당", TestDatabase.Start.UtcDateTime);
        var participation = new Participation { Mission = mission, CompanyId = World.Ids.CompanyA };
        participation.Decide(ParticipationStatus.Selected);
        db.AddRange(mission, participation);
        await db.SaveChangesAsync();
        var held = new Consultation
        {
            ClientId = Guid.NewGuid(),
            MissionId = mission.Id,
            Mission = mission,
            StopId = null,
            ParticipationId = participation.Id,
            BuyerId = World.Ids.BuyerSaigon,
            HeldOn = new DateOnly(2026, 10, 12),
            LoggedByName = "김담당",
            LoggedAt = TestDatabase.Start.UtcDateTime,
        };
        db.Add(held);
        await db.SaveChangesAsync();
        CancelledConsultation = held.Id;
        OfCancelled = await OpenDealAsync(held.Id, (DealStage.Pursued, 9_000m, "2026-10-13"));
        mission.ChangeStatus(MissionStatus.Cancelled, "현지 사정", null, "김담당", TestDatabase.Start.UtcDateTime);
        await db.SaveChangesAsync();
    }
}
