using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

/// <summary>A company is deleted only while it took part in nothing and nobody signs in for it; its products and contacts go with it.</summary>
[Route("companies/{id:long}/delete")]
public sealed class CompanyDeletionController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Ask(long id, CancellationToken cancellation) =>
        await FindAsync(id, cancellation) is { } company ? View("Delete", await HangingAsync(company, cancellation)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Confirm(long id, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } company)
        {
            return NotFound();
        }

        var page = await HangingAsync(company, cancellation);
        if (page.Hanging.Count > 0)
        {
            return View("Delete", page);
        }

        db.Companies.Remove(company);
        await db.SaveChangesAsync(cancellation);
        return Deleted("/companies", page.Name);
    }

    private Task<Company?> FindAsync(long id, CancellationToken cancellation) =>
        db.Companies.Include(company => company.Products).Include(company => company.Contacts).FirstOrDefaultAsync(company => company.Id == id, cancellation);

    private async Task<DeletePage> HangingAsync(Company company, CancellationToken cancellation)
    {
        var hanging = new List<DeletePage.Hang>();
        if (await db.Participations.CountAsync(participation => participation.CompanyId == company.Id, cancellation) is > 0 and var missions)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Companies.HangingMissions", missions), $"/companies/{company.Id}#missions"));
        }

        if (await db.Users.CountAsync(user => user.CompanyId == company.Id, cancellation) is > 0 and var users)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Companies.HangingUsers", users), $"/companies/{company.Id}#users"));
        }

        if (await db.Merges.CountAsync(merge => merge.Kind == FirmKind.Company && merge.WinnerId == company.Id, cancellation) is > 0 and var merges)
        {
            hanging.Add(new DeletePage.Hang(Texts.Get("Merging.HangingMerges", merges), $"/companies/{company.Id}#merges"));
        }

        return new DeletePage("Companies", Show.Name(company.NameKo, company.NameEn), $"/companies/{company.Id}", hanging);
    }
}
