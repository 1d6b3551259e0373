using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Missions;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Missions;

/// <summary>Companies to choose from: those that are not on the mission yet.</summary>
public sealed record AddCompaniesPage(Mission Mission, string? Q, IReadOnlyList<AddCompaniesPage.Row> Rows, int Total, AddCompaniesForm Form)
{
    public const int Shown = 100;

    public sealed record Row(long Id, string NameKo, string? NameEn, string? District, string? Representative, string? Product);

    public static async Task<AddCompaniesPage?> OfAsync(TradeDbContext db, long missionId, string? q, AddCompaniesForm form, CancellationToken cancellation)
    {
        if (await db.Missions.FindAsync([missionId], cancellation) is not { } mission)
        {
            return null;
        }

        form.Mission = mission;
        var companies = db.Companies.Containing(q).Where(company => !company.Participations.Any(participation => participation.MissionId == missionId));
        var rows = await companies.OrderBy(company => company.NameKo).ThenBy(company => company.Id).Take(Shown)
            .Select(company => new Row(
                company.Id, company.NameKo, company.NameEn, company.District, company.Representative,
                company.Products.OrderBy(product => product.Id).Select(product => product.NameKo).FirstOrDefault()))
            .ToListAsync(cancellation);
        return new AddCompaniesPage(mission, q, rows, rows.Count < Shown ? rows.Count : await companies.CountAsync(cancellation), form);
    }
}
