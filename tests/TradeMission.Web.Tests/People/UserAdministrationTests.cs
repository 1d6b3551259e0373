using System.Net;
using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class UserAdministrationTests
{
    [Theory]
    [InlineData("q", "담당", new[] { "김담당" })]
    [InlineData("q", "COMPANIES.example", new[] { "박알파", "최베타" })]
    [InlineData("role", "Manager", new[] { "이과장" })]
    [InlineData("state", "Off", new string[0])]
    [InlineData("company", "2", new[] { "최베타" })]
    public async Task List_Filtered_ShowsThoseOnly(string filter, string value, string[] names)
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);

        var page = await administrator.GetPageAsync($"/admin/users?{filter}={Uri.EscapeDataString(value)}");

        Assert.Equal(names, page.Texts("tbody th"));
    }

    [Fact]
    public async Task List_LockedAndInvitedAndOff_SayTheirState()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            var users = await db.Users.ToDictionaryAsync(user => user.Email!);
            users[World.Officer].LockoutEnd = portal.Clock.GetUtcNow().AddMinutes(5);
            users[World.Manager].LockoutEnd = portal.Clock.GetUtcNow().AddMinutes(-5);
            users[World.CompanyA].PasswordHash = null;
            users[World.CompanyB].IsActive = false;
            await db.SaveChangesAsync();
        }

        var administrator = await portal.SignInAsync(World.Administrator);

        Assert.Equal(["김담당"], await NamesAsync("Locked"));
        Assert.Equal(["박알파"], await NamesAsync("Invited"));
        Assert.Equal(["최베타"], await NamesAsync("Off"));
        Assert.Equal(["관리자", "이과장"], await NamesAsync("Active"));

        async Task<IReadOnlyList<string>> NamesAsync(string state) => (await administrator.GetPageAsync($"/admin/users?state={state}")).Texts("tbody th");
    }

    [Theory]
    [InlineData("Company", "", "CompanyId")]
    [InlineData("Company", "999", "CompanyId")]
    [InlineData("Officer", "1", "CompanyId")]
    [InlineData("Emperor", "", "Role")]
    [InlineData("", "", "Role")]
    public async Task Invite_RoleAndCompanyDoNotFit_ShowsErrorAndMakesNobody(string role, string company, string field)
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var form = await administrator.GetPageAsync("/admin/users/new");

        var page = await administrator.PostAsync("/admin/users/new", form, new() { ["Name"] = "한새봄", ["Email"] = "new@city.example", ["Role"] = role, ["CompanyId"] = company, ["Language"] = "ko" });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("한새봄", page.Field("#Name").Value);
        Assert.NotNull(page.Document.QuerySelector($"#{field}[aria-invalid=true]"));
        await using var db = portal.Open();
        Assert.False(await db.Users.AnyAsync(user => user.Email == "new@city.example"));
        Assert.Empty(await portal.MailsAsync());
    }

    [Fact]
    public async Task Invite_AddressThatIsTaken_ShowsErrorBesideIt()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);

        var page = await administrator.SubmitAsync(
            await administrator.GetPageAsync("/admin/users/new"), new() { ["Name"] = "다른 사람", ["Email"] = World.Officer.ToUpperInvariant(), ["Role"] = "Officer" });

        Assert.NotNull(page.Document.QuerySelector("#Email[aria-invalid=true]"));
    }

    [Fact]
    public async Task Edit_OfficerBecomesCompany_MaySeeItsOwnOnlyAndHasToSignInAgain()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var officer = await portal.SignInAsync(World.Officer);
        var id = await IdOfAsync(portal, World.Officer);

        var saved = await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/users/{id}/edit"), new() { ["Role"] = "Company", ["CompanyId"] = "2" });
        Assert.Equal($"/admin/users/{id}", saved.Address.AbsolutePath);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("/account/sign-in", (await officer.GetPageAsync("/missions")).Address.AbsolutePath);
        var again = portal.Visit();
        await again.SignInAsync(World.Officer, World.Password);
        Assert.Equal(HttpStatusCode.Forbidden, (await again.GetPageAsync("/missions")).Status);
        Assert.Contains("베타공구", (await again.GetPageAsync("/account/profile")).Text, StringComparison.Ordinal);
        await using var db = portal.Open();
        var acts = await db.AuditEntries.Where(entry => entry.RecordId == id && entry.ActorName == "관리자").Select(entry => entry.Record + entry.Act).ToListAsync();
        Assert.Contains("UserChanged", acts);
        Assert.Contains("UserRoleDeleted", acts);
        Assert.Contains("UserRoleCreated", acts);
    }

    [Fact]
    public async Task Edit_OpenedBeforeSomebodyElseSaved_ShowsBothVersionsAndChangesNothing()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var id = await IdOfAsync(portal, World.Officer);
        var form = await administrator.GetPageAsync($"/admin/users/{id}/edit");
        await administrator.SubmitAsync(form, new() { ["Name"] = "먼저 고친 이름" });

        var conflict = await administrator.SubmitAsync(form, new() { ["Name"] = "나중 이름" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("먼저 고친 이름", conflict.Text, StringComparison.Ordinal);
        Assert.Contains("나중 이름", conflict.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(conflict);
        await using var db = portal.Open();
        Assert.Equal("나중 이름", await db.Users.Where(user => user.Id == id).Select(user => user.Name).SingleAsync());
    }

    [Fact]
    public async Task SwitchOff_EndsTheSessionAndOnLetsInAgain()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var company = await portal.SignInAsync(World.CompanyA);
        var id = await IdOfAsync(portal, World.CompanyA);

        var off = await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/users/{id}"), form: "form[action$=activity]");
        portal.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("/account/sign-in", (await company.GetPageAsync("/account/profile")).Address.AbsolutePath);
        await Assert.ThrowsAsync<InvalidOperationException>(() => portal.Visit().SignInAsync(World.CompanyA, World.Password));
        await administrator.SubmitAsync(off, form: "form[action$=activity]");
        await portal.Visit().SignInAsync(World.CompanyA, World.Password);
    }

    [Fact]
    public async Task Unlock_LetsInAtOnce()
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            (await db.Users.SingleAsync(user => user.Email == World.Manager)).LockoutEnd = TimeProvider.System.GetUtcNow().AddMinutes(10);
            await db.SaveChangesAsync();
        }

        var administrator = await portal.SignInAsync(World.Administrator);
        var page = await administrator.GetPageAsync($"/admin/users/{await IdOfAsync(portal, World.Manager)}");

        await administrator.SubmitAsync(page, form: "form[action$=unlocking]");

        await portal.Visit().SignInAsync(World.Manager, World.Password);
    }

    [Fact]
    public async Task OneselfAndTheLastAdministrator_StayAdministrators()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var id = await IdOfAsync(portal, World.Administrator);
        var address = $"/admin/users/{id}";
        var page = await administrator.GetPageAsync(address);
        Assert.Null(page.Document.QuerySelector("form[action$=activity]"));

        var switched = await administrator.PostAsync($"{address}/activity", page, new() { ["on"] = "false" });
        var demoted = await administrator.SubmitAsync(await administrator.GetPageAsync($"{address}/edit"), new() { ["Role"] = "Officer" });

        Assert.NotNull(switched.Document.QuerySelector("[role=alert]"));
        Assert.NotNull(demoted.Document.QuerySelector("#Role[aria-invalid=true]"));
        await using var db = portal.Open();
        Assert.True((await db.Users.SingleAsync(user => user.Id == id)).IsActive);
        Assert.Equal(HttpStatusCode.OK, (await administrator.GetPageAsync(address)).Status);
        portal.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("/admin/users", (await administrator.GetPageAsync("/admin/users")).Address.AbsolutePath);
    }

    [Fact]
    public async Task TwoAdministratorsWhoDemoteEachOtherAtOnce_LeaveOne()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var first = await portal.SignInAsync(World.Administrator);
        var (firstId, secondId) = (await IdOfAsync(portal, World.Administrator), await IdOfAsync(portal, World.Officer));
        await first.SubmitAsync(await first.GetPageAsync($"/admin/users/{secondId}/edit"), new() { ["Role"] = "Administrator" });
        var second = await portal.SignInAsync(World.Officer);
        var (ofSecond, ofFirst) = (await first.GetPageAsync($"/admin/users/{secondId}/edit"), await second.GetPageAsync($"/admin/users/{firstId}/edit"));

        await Task.WhenAll(first.SubmitAsync(ofSecond, new() { ["Role"] = "Officer" }), second.SubmitAsync(ofFirst, new() { ["Role"] = "Officer" }));

        await using var db = portal.Open();
        Assert.Single(await db.UserRoles.Where(holder => db.Roles.Any(role => role.Id == holder.RoleId && role.Name == "Administrator")).ToListAsync());
    }

    [Fact]
    public async Task AnotherAdministrator_MayBeSwitchedOffWhileOneIsLeft()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var administrator = await portal.SignInAsync(World.Administrator);
        var id = await IdOfAsync(portal, World.Officer);
        await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/users/{id}/edit"), new() { ["Role"] = "Administrator" });

        await administrator.SubmitAsync(await administrator.GetPageAsync($"/admin/users/{id}"), form: "form[action$=activity]");

        await using var db = portal.Open();
        Assert.False((await db.Users.SingleAsync(user => user.Id == id)).IsActive);
    }

    private static async Task<long> IdOfAsync(OwnPortal portal, string email)
    {
        await using var db = portal.Open();
        return await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync();
    }
}
