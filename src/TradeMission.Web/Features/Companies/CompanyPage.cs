using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Missions;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Merging;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

/// <summary>The company's page: what it earned on its missions first, then what is known of it.</summary>
public sealed class CompanyPage
{
    /// <summary>With products and contacts.</summary>
    public required Company Company { get; init; }

    /// <summary>The newest mission first.</summary>
    public required IReadOnlyList<ParticipationRow> Participations { get; init; }

    public required IReadOnlyList<UserRow> Users { get; init; }

    public required IReadOnlyList<HistoryItem> History { get; init; }

    /// <summary>What was merged into it.</summary>
    public required MergedList Merged { get; init; }

    /// <summary>Others that look like the same company and were not said to be another one.</summary>
    public required IReadOnlyList<IFirm> Alike { get; init; }

    /// <summary>Its contract values by stage and evidence, one for each base currency.</summary>
    public required IReadOnlyList<(string Currency, StageFigures Figures)> Stages { get; init; }

    /// <summary>Missions it was selected for; cancelled ones do not count.</summary>
    public int Missions => Participations.Count(row => row is { Status: ParticipationStatus.Selected, MissionStatus: not MissionStatus.Cancelled });

    public int Consultations => Participations.Sum(row => row.Totals?.Consultations ?? 0);

    /// <summary>One for each base currency, the one of most consultations first; different currencies are never added up.</summary>
    public IReadOnlyList<Sum> Sums =>
        [.. Participations.GroupBy(row => row.Currency)
            .Select(group => new Sum(
                group.Key, group.Count(), group.Sum(row => row.Totals?.Consultations ?? 0), group.Sum(row => row.Totals?.ConsultationValue ?? 0), group.Sum(row => row.Totals?.ContractValue ?? 0)))
            .OrderByDescending(sum => sum.Consultations).ThenBy(sum => sum.Currency, StringComparer.Ordinal)];

    public int ValuesWithoutRate => Participations.Sum(row => row.Totals is { } totals ? totals.ConsultationValuesWithoutRate + totals.ContractValuesWithoutRate : 0);

    public sealed record ParticipationRow(
        long MissionId, string Reference, string TitleKo, string TitleEn, DateOnly StartsOn, DateOnly EndsOn, MissionStatus MissionStatus, string Currency,
        long ParticipationId, ParticipationStatus Status, string? ProductsShown, MissionTotal? Totals);

    public sealed record UserRow(long Id, string Name, string? Email, bool IsActive, DateTime? LastSignedInAt);

    public sealed record Sum(string Currency, int Missions, int Consultations, decimal ConsultationValue, decimal ContractValue);

    public static async Task<CompanyPage?> OfAsync(TradeDbContext db, long id, CancellationToken cancellation)
    {
        var company = await db.Companies.AsNoTracking().Include(c => c.Products.OrderBy(product => product.Id)).Include(c => c.Contacts.OrderBy(contact => contact.Id))
            .FirstOrDefaultAsync(c => c.Id == id, cancellation);
        if (company is null)
        {
            return null;
        }

        var merged = await MergedList.OfAsync(db, FirmKind.Company, id, cancellation);
        var totals = db.MissionTotals.AsNoTracking().Where(total => total.Scope == TotalScope.Participation);
        return new CompanyPage
        {
            Company = company,
            Participations = await db.Participations.Where(participation => participation.CompanyId == id)
                .OrderByDescending(participation => participation.Mission.StartsOn).ThenByDescending(participation => participation.Id)
                .Select(participation => new ParticipationRow(
                    participation.MissionId, participation.Mission.Reference, participation.Mission.TitleKo, participation.Mission.TitleEn,
                    participation.Mission.StartsOn, participation.Mission.EndsOn, participation.Mission.Status, participation.Mission.BaseCurrency,
                    participation.Id, participation.Status, participation.ProductsShown,
                    totals.FirstOrDefault(total => total.MissionId == participation.MissionId && total.ScopeId == participation.Id)))
                .ToListAsync(cancellation),
            Users = await db.Users.Where(user => user.CompanyId == id).OrderBy(user => user.Name).ThenBy(user => user.Id)
                .Select(user => new UserRow(user.Id, user.Name, user.Email, user.IsActive, user.LastSignedInAt)).ToListAsync(cancellation),
            History = await Shared.History.OfAsync<Company>(db, id, merged.Ids, cancellation),
            Merged = merged,
            Alike = await Duplicates.NotKnownApartAsync(db, FirmKind.Company, id, await Duplicates.LikeAsync(db, company, id, cancellation), cancellation),
            Stages = await StageFigures.ByCurrencyAsync(
                db, db.TierTotals.Where(total => total.Scope == TotalScope.Participation && db.Participations.Any(own => own.Id == total.ScopeId && own.CompanyId == id)), cancellation),
        };
    }
}
