using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Admin;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.People;

public sealed class AdministratorInvitationTests
{
    [Fact]
    public async Task Invite_NewAddress_MakesAnAdministratorWhoChoosesThePassword()
    {
        await using var portal = await OwnPortal.OpenAsync();

        await InviteAsync(portal, "first@city.example", "박관리");

        var mail = Assert.Single(await portal.MailsAsync());
        Assert.Equal("first@city.example", mail.To.Mailboxes.Single().Address);
        await using var db = portal.Open();
        var user = await db.Users.SingleAsync(user => user.Email == "first@city.example");
        var role = await db.UserRoles.Where(holder => holder.UserId == user.Id).Join(db.Roles, holder => holder.RoleId, role => role.Id, (_, role) => role.Name).SingleAsync();
        Assert.Equal(("박관리", null, "Administrator"), (user.Name, user.PasswordHash, role));
    }

    [Theory]
    [InlineData("no address", "박관리")]
    [InlineData("first@city.example", " ")]
    [InlineData(World.Officer, "박관리")]
    public async Task Invite_WhatWillNotDo_IsToldAndMakesNothing(string email, string name)
    {
        await using var portal = await OwnPortal.OpenAsync();
        await using var db = portal.Open();
        var before = await db.Users.CountAsync();

        await Assert.ThrowsAsync<SetupException>(() => InviteAsync(portal, email, name));

        Assert.Equal(before, await db.Users.CountAsync());
        Assert.Empty(await portal.MailsAsync());
    }

    private static async Task InviteAsync(OwnPortal portal, string email, string name)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AdministratorInvitation>().InviteAsync(email, name, CancellationToken.None);
    }
}
