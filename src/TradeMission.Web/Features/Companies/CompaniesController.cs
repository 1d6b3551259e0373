using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

[Route("companies")]
public sealed class CompaniesController(TradeDbContext db) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CompanySearch search, CancellationToken cancellation)
    {
        var sums = await search.Sums(db).ToListAsync(cancellation);
        var currency = sums.Count > 0 ? sums[0].Currency : "USD";
        var total = await search.Companies(db).CountAsync(cancellation);
        var found = await search.Ordered(search.Rows(db, currency)).PageAsync(search.Page, total, cancellation);
        return View(new CompanyList(
            search, found, currency, sums,
            Items(await KnownAsync(company => company.District, cancellation)).Selecting(search.District),
            Items(await KnownAsync(company => company.Industry, cancellation)).Selecting(search.Industry),
            (await Choices.MissionsAsync(db, cancellation)).Selecting(search.Mission)));
    }

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken cancellation) =>
        FormAsync(new CompanyForm { Size = CompanySize.Unknown, SubmissionId = Guid.NewGuid() }, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> Create(CompanyForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        var company = form.Create();
        db.Companies.Add(company);
        db.SubmitOnce(form.SubmissionId, company);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException exception) when (db.IsDuplicate(exception))
        {
            if (await TakenMeanwhileAsync(form, cancellation) is { } answer)
            {
                return answer;
            }

            throw;
        }

        return Done($"/companies/{company.Id}", "Shared.Created", Show.Name(company.NameKo, company.NameEn));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await CompanyPage.OfAsync(db, id, cancellation) is { } page ? View(page) : NotFound();

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await db.Companies.FindAsync([id], cancellation) is { } company ? await FormAsync(CompanyForm.Of(company), cancellation) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, CompanyForm form, CancellationToken cancellation)
    {
        if (await db.Companies.FindAsync([id], cancellation) is not { } company)
        {
            return NotFound();
        }

        form.CompanyId = id;
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        if (form.Version != company.Version)
        {
            return await ShowBothAsync(form, CompanyForm.Of(company), company, $"/companies/{id}", cancellation);
        }

        form.Apply(company);
        try
        {
            return await SaveEditAsync(form, company, CompanyForm.Of, $"/companies/{id}", cancellation);
        }
        catch (DbUpdateException exception) when (db.IsDuplicate(exception))
        {
            if (await TakenMeanwhileAsync(form, cancellation) is { } answer)
            {
                return answer;
            }

            throw;
        }
    }

    private async Task<IActionResult> FormAsync(CompanyForm form, CancellationToken cancellation)
    {
        ViewData["Districts"] = await KnownAsync(company => company.District, cancellation);
        ViewData["Industries"] = await KnownAsync(company => company.Industry, cancellation);
        return View("Form", form);
    }

    /// <summary>Somebody else registered the number between the check and the save; null where it was this same form, sent twice.</summary>
    private async Task<IActionResult?> TakenMeanwhileAsync(CompanyForm form, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await db.SubmittedForms.AnyAsync(made => made.Key == form.SubmissionId, cancellation) || !await form.IsTakenAsync(db, cancellation))
        {
            return null;
        }

        ModelState.AddModelError(nameof(form.RegistrationNumber), Texts.Get("Companies.Taken", form.TakenBy!.Name));
        return await FormAsync(form, cancellation);
    }

    /// <summary>What companies have there, to choose from.</summary>
    private Task<List<string>> KnownAsync(Expression<Func<Company, string?>> what, CancellationToken cancellation) =>
        db.Companies.Select(what).Where(text => text != null).Select(text => text!).Distinct().OrderBy(text => text).ToListAsync(cancellation);

    private static IEnumerable<SelectListItem> Items(IEnumerable<string> texts) => texts.Select(text => new SelectListItem(text, text));
}
