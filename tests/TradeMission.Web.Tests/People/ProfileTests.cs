using Microsoft.EntityFrameworkCore;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class ProfileTests
{
    private const string Next = "바다 건너 만난 바이어 2027";

    [Fact]
    public async Task Profile_NameAndLanguage_CountAtOnce()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.SubmitAsync(await officer.GetPageAsync("/account/profile"), new() { ["Name"] = "김새이름", ["Language"] = "en" }, "form:has(#Name)");

        Assert.Equal("en", page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains("김새이름", page.Document.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        await using var db = portal.Open();
        Assert.Equal("김새이름", await db.Users.Where(user => user.Email == World.Officer).Select(user => user.Name).SingleAsync());
    }

    [Theory]
    [InlineData("", "en")]
    [InlineData("?culture=ko", "ko")]
    public async Task SignIn_ReaderOfEnglish_ReadsItUnlessTheBrowserChoseOtherwise(string chosen, string language)
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using (var db = portal.Open())
        {
            (await db.Users.SingleAsync(user => user.Email == World.Manager)).Language = "en";
            await db.SaveChangesAsync();
        }

        var manager = portal.Visit();
        await manager.GetPageAsync("/account/sign-in" + chosen);
        await manager.SignInAsync(World.Manager, World.Password);

        Assert.Equal(language, (await manager.GetPageAsync("/account/profile")).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Password_Changed_KeepsThisSessionAndEndsTheOthers()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var here = await portal.SignInAsync(World.Officer);
        var there = portal.Visit();
        await there.SignInAsync(World.Officer, World.Password);

        await here.SubmitAsync(await here.GetPageAsync("/account/password"), new() { ["CurrentPassword"] = World.Password, ["NewPassword"] = Next, ["Repeat"] = Next });
        portal.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("/account/profile", (await here.GetPageAsync("/account/profile")).Address.AbsolutePath);
        Assert.Equal("/account/sign-in", (await there.GetPageAsync("/account/profile")).Address.AbsolutePath);
        Assert.Equal("비밀번호가 바뀌었습니다", Assert.Single(await portal.MailsAsync()).Subject);
    }

    [Fact]
    public async Task Password_CurrentOneWrong_ShowsErrorBesideIt()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var officer = await portal.SignInAsync(World.Officer);

        var page = await officer.SubmitAsync(
            await officer.GetPageAsync("/account/password"), new() { ["CurrentPassword"] = "not-the-password-1", ["NewPassword"] = Next, ["Repeat"] = Next });

        Assert.NotNull(page.Document.QuerySelector("#CurrentPassword[aria-invalid=true]"));
        await portal.Visit().SignInAsync(World.Officer, World.Password);
    }
}
