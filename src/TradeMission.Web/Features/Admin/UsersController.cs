using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Admin;

/// <summary>The people who may sign in.</summary>
[Route("admin/users")]
public sealed class UsersController(TradeDbContext db, UserRegister register, Accounts accounts, CurrentUser current, TimeProvider clock) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(UserSearch search, CancellationToken cancellation)
    {
        var rows = search.Rows(db, clock.GetUtcNow());
        var found = await search.Ordered(rows).PageAsync(search.Page, await rows.CountAsync(cancellation), cancellation);
        return View("Users", new UserList(search, found, RoleChoices(search.Role), (await CompaniesAsync(cancellation)).Selecting(search.Company)));
    }

    [HttpGet("new")]
    public Task<IActionResult> New(CancellationToken cancellation) => FormAsync(new UserForm { Role = Roles.Officer, Language = "ko" }, cancellation);

    [HttpPost("new")]
    public async Task<IActionResult> Create(UserForm form, CancellationToken cancellation)
    {
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        var user = new TradeUser { Name = "" };
        form.Apply(user);
        if (!Takes(await register.AddAsync(user, form.Role!, cancellation)))
        {
            return await FormAsync(form, cancellation);
        }

        try
        {
            await accounts.InviteAsync(user, cancellation);
            return Done($"/admin/users/{user.Id}", "Admin.UserInvited", user.Email);
        }
        catch (MailNotSentException)
        {
            return Done($"/admin/users/{user.Id}", "Admin.UserMadeWithoutMail", user.Email);
        }
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Details(long id, CancellationToken cancellation) =>
        await new UserSearch().Rows(db, clock.GetUtcNow()).FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? View("User", new UserPage(row, id == current.Id, await History.OfUserAsync(db, id, cancellation)))
            : NotFound();

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellation) =>
        await db.Users.FindAsync([id], cancellation) is { } user
            ? await FormAsync(UserForm.Of(user, await register.RoleOfAsync(id, cancellation)), cancellation)
            : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long id, UserForm form, CancellationToken cancellation)
    {
        if (await db.Users.FindAsync([id], cancellation) is not { } user)
        {
            return NotFound();
        }

        form.UserId = id;
        if (!await IsValidAsync(form, cancellation))
        {
            return await FormAsync(form, cancellation);
        }

        var theirs = UserForm.Of(user, await register.RoleOfAsync(id, cancellation));
        if (form.Version != theirs.Version)
        {
            return await ShowBothAsync(form, theirs, AuditTrail.NameOf(typeof(TradeUser)), id, $"/admin/users/{id}", cancellation);
        }

        form.Apply(user);
        var accessChanges = user.Email != theirs.Email || user.CompanyId != theirs.CompanyId;
        return Takes(await register.ChangeAsync(user, theirs.Role, form.Role!, accessChanges, cancellation))
            ? Done($"/admin/users/{id}", "Shared.Saved")
            : await FormAsync(form, cancellation);
    }

    private bool Takes(IdentityResult result)
    {
        foreach (var error in result.Errors)
        {
            ModelState.AddModelError(error.Code == "LastAdministrator" ? nameof(UserForm.Role) : "", error.Description);
        }

        return result.Succeeded;
    }

    private async Task<IActionResult> FormAsync(UserForm form, CancellationToken cancellation)
    {
        ViewData["Roles"] = RoleChoices(form.Role);
        ViewData["Companies"] = await CompaniesAsync(cancellation);
        return View("UserForm", form);
    }

    private static IReadOnlyList<SelectListItem> RoleChoices(string? selected) =>
        [.. Roles.All.Select(role => new SelectListItem(Texts.Get($"Words.Role.{role}"), role, role == selected))];

    private async Task<IReadOnlyList<SelectListItem>> CompaniesAsync(CancellationToken cancellation) =>
        [.. (await db.Companies.OrderBy(company => company.NameKo).Select(company => new { company.Id, company.NameKo, company.NameEn }).ToListAsync(cancellation))
            .Select(company => Choices.Item(Show.Name(company.NameKo, company.NameEn), company.Id))];
}
