using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Imports;

/// <summary>
/// Takes an import back, as long as nothing else has touched what it made: every record is as it was made, and nothing but the import's own records hangs on it. All of
/// it goes, or nothing.
/// </summary>
public sealed class ImportUndo(TradeDbContext db)
{
    /// <summary>What is listed of what stands in the way.</summary>
    private const int MostNamed = 10;

    /// <summary>What keeps the import from being undone, in words, with where to look; empty where nothing does.</summary>
    public async Task<IReadOnlyList<(string Text, string? Address)>> ObstaclesAsync(Import import, CancellationToken cancellation)
    {
        if (import.UndoneAt is not null)
        {
            return [(Texts.Get("Imports.IsUndone"), null)];
        }

        if (import.MissionId is { } mission && !Mission.TakesConsultationsIn(await db.Missions.Where(own => own.Id == mission).Select(own => own.Status).FirstAsync(cancellation)))
        {
            return [(Texts.Get("Consultations.MissionTakesNone"), $"/missions/{mission}")];
        }

        var obstacles = new List<(string Text, string? Address)>();
        var made = Made.Of(import);
        await LookAtConsultationsAsync(made, obstacles, cancellation);
        await LookAtBuyersAsync(made, obstacles, cancellation);
        await LookAtCompaniesAsync(made, obstacles, cancellation);
        return [.. obstacles.DistinctBy(obstacle => obstacle.Address).Take(MostNamed)];
    }

    /// <summary>Deletes what the import made, in one turn, with one entry in the audit trail.</summary>
    /// <returns>Whether it was undone: not, where something stands in the way by now.</returns>
    public async Task<bool> UndoAsync(Import seen, CancellationToken cancellation)
    {
        await using var turn = seen.MissionId is { } mission ? await db.BeginMissionAsync(mission, cancellation) : await db.BeginWriteAsync(cancellation);
        var import = await db.Imports.FirstAsync(import => import.Id == seen.Id, cancellation);
        if ((await ObstaclesAsync(import, cancellation)).Count > 0)
        {
            return false;
        }

        // Their entry is written with the first of what it stands for.
        import.Undo(db.Actor.Name, db.Clock.GetUtcNow().UtcDateTime);
        using var act = db.AuditAsOne(import);
        var made = Made.Of(import);
        foreach (var some in made.Consultations.InQuestions())
        {
            var consultations = await db.Consultations.Include(consultation => consultation.Deals).ThenInclude(deal => deal.Steps).Where(consultation => some.Contains(consultation.Id)).ToListAsync(cancellation);
            db.DealSteps.RemoveRange(consultations.SelectMany(consultation => consultation.Deals).SelectMany(deal => deal.Steps));
            db.Deals.RemoveRange(consultations.SelectMany(consultation => consultation.Deals));
            db.Consultations.RemoveRange(consultations);
            await SaveAsync();
        }

        foreach (var some in made.Buyers.InQuestions())
        {
            db.Buyers.RemoveRange(await db.Buyers.Where(buyer => some.Contains(buyer.Id)).ToListAsync(cancellation));
            await SaveAsync();
        }

        foreach (var some in made.Companies.InQuestions())
        {
            db.Companies.RemoveRange(await db.Companies.Where(company => some.Contains(company.Id)).ToListAsync(cancellation));
            await SaveAsync();
        }

        await turn.CommitAsync(cancellation);
        return true;

        async Task SaveAsync()
        {
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private async Task LookAtConsultationsAsync(Made made, List<(string Text, string? Address)> obstacles, CancellationToken cancellation)
    {
        var own = made.Deals.ToHashSet();
        foreach (var some in made.Consultations.InQuestions())
        {
            var found = await db.Consultations.Where(consultation => some.Contains(consultation.Id)).Select(consultation => new { consultation.Id, consultation.Version }).ToListAsync(cancellation);
            var deals = await db.Deals.Where(deal => some.Contains(deal.ConsultationId))
                .Select(deal => new { deal.Id, deal.ConsultationId, IsTouched = deal.Version > 0 || deal.NewsRequests.Any() || deal.Steps.Any(step => step.Version > 0 || step.Evidence.Any()) }).ToListAsync(cancellation);
            var answered = await db.FigureAnswers.Where(answer => some.Contains(answer.ConsultationId)).Select(answer => answer.ConsultationId).ToListAsync(cancellation);
            obstacles.AddRange(some.Except(found.Select(consultation => consultation.Id)).Select(id => (Texts.Get("Imports.ConsultationGone", id), (string?)$"/consultations/{id}")));
            obstacles.AddRange(found.Where(consultation => consultation.Version > 0).Select(consultation => consultation.Id)
                .Concat(deals.Where(deal => deal.IsTouched || !own.Contains(deal.Id)).Select(deal => deal.ConsultationId)).Concat(answered).Distinct()
                .Select(id => (Texts.Get("Imports.ConsultationTouched", id), (string?)$"/consultations/{id}")));
        }
    }

    private async Task LookAtBuyersAsync(Made made, List<(string Text, string? Address)> obstacles, CancellationToken cancellation)
    {
        var own = made.Consultations.ToHashSet();
        foreach (var some in made.Buyers.InQuestions())
        {
            var found = await db.Buyers.Where(buyer => some.Contains(buyer.Id)).Select(buyer => new { buyer.Id, buyer.Name, IsTouched = buyer.Version > 0 || db.Merges.Any(merge => merge.Kind == FirmKind.Buyer && merge.WinnerId == buyer.Id) || buyer.Contacts.Any() }).ToListAsync(cancellation);
            var met = await db.Consultations.Where(consultation => some.Contains(consultation.BuyerId)).Select(consultation => new { consultation.Id, consultation.BuyerId }).ToListAsync(cancellation);
            var others = met.Where(consultation => !own.Contains(consultation.Id)).Select(consultation => consultation.BuyerId).ToHashSet();
            obstacles.AddRange(some.Except(found.Select(buyer => buyer.Id)).Select(id => (Texts.Get("Imports.BuyerGone", id), (string?)$"/buyers/{id}")));
            obstacles.AddRange(found.Where(buyer => buyer.IsTouched || others.Contains(buyer.Id)).Select(buyer => (Texts.Get("Imports.Touched", buyer.Name), (string?)$"/buyers/{buyer.Id}")));
        }
    }

    private async Task LookAtCompaniesAsync(Made made, List<(string Text, string? Address)> obstacles, CancellationToken cancellation)
    {
        foreach (var some in made.Companies.InQuestions())
        {
            var found = await db.Companies.Where(company => some.Contains(company.Id)).Select(company => new
            {
                company.Id,
                company.NameKo,
                company.NameEn,
                IsTouched = company.Version > 0 || company.Contacts.Any() || company.Products.Any() || company.Participations.Any() || db.Users.Any(user => user.CompanyId == company.Id)
                    || db.Merges.Any(merge => merge.Kind == FirmKind.Company && merge.WinnerId == company.Id),
            }).ToListAsync(cancellation);
            obstacles.AddRange(some.Except(found.Select(company => company.Id)).Select(id => (Texts.Get("Imports.CompanyGone", id), (string?)$"/companies/{id}")));
            obstacles.AddRange(found.Where(company => company.IsTouched).Select(company => (Texts.Get("Imports.Touched", Show.Name(company.NameKo, company.NameEn)), (string?)$"/companies/{company.Id}")));
        }
    }

    /// <summary>Ids of what an import made.</summary>
    private sealed record Made(long[] Consultations, long[] Deals, long[] Buyers, long[] Companies)
    {
        public static Made Of(Import import)
        {
            var ids = JsonSerializer.Deserialize<Dictionary<string, long[]>>(import.Made) ?? [];
            long[] Of<TRecord>()
                where TRecord : Entity => ids.GetValueOrDefault(AuditTrail.NameOf(typeof(TRecord))) ?? [];
            return new Made(Of<Consultation>(), Of<Domain.Deals.Deal>(), Of<Buyer>(), Of<Company>());
        }
    }
}
