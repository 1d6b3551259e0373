using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Domain.Confirmations;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Tests.People;

namespace TradeMission.Web.Tests.Confirmations;

public sealed class ReminderTests
{
    [Fact]
    public async Task Remind_AfterSevenDays_AtMostThreeTimes_NewLinksEndTheOld()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var asked = await Asked.MakeAsync(portal);
        var token = (await asked.AskAsync())[asked.Email];

        await RunAsync(portal, 6);
        Assert.Equal(token, (await asked.TokensAsync())[asked.Email]);
        for (var reminder = 1; reminder <= 3; reminder++)
        {
            await RunAsync(portal, reminder == 1 ? 1 : 7);
            var fresh = (await asked.TokensAsync())[asked.Email];
            Assert.NotEqual(token, fresh);
            Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync($"/confirmations/{token}")).Status);
            Assert.Equal(HttpStatusCode.OK, (await portal.Visit().GetPageAsync($"/confirmations/{fresh}")).Status);
            Assert.Equal(reminder, (await RequestAsync(asked)).Reminders);
            token = fresh;
        }

        await RunAsync(portal, 7);

        Assert.Equal((3, token), ((await RequestAsync(asked)).Reminders, (await asked.TokensAsync())[asked.Email]));
    }

    [Fact]
    public async Task Remind_TwiceOnADay_SendsOnce()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var asked = await Asked.MakeAsync(portal);
        await asked.AskAsync();
        portal.Clock.Advance(TimeSpan.FromDays(7));

        for (var run = 0; run < 2; run++)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var task = scope.ServiceProvider.GetServices<IScheduledTask>().Single(task => task.Name == "confirmation-reminders");
            await task.RunAsync(scope.ServiceProvider.GetRequiredService<TradeDbContext>(), new DateOnly(2026, 11, 11), CancellationToken.None);
        }

        Assert.Equal(1, (await RequestAsync(asked)).Reminders);
        await using var db = portal.Open();
        Assert.Equal(4, await db.OutgoingMails.CountAsync());
    }

    [Fact]
    public async Task Remind_AllAnsweredOrAskedAnew_IsNot()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var (answered, anew) = (await Asked.MakeAsync(portal), await Asked.MakeAsync(portal));
        await answered.AskAsync();
        var company = await answered.SignInAsync();
        await company.SubmitAsync(await company.GetPageAsync(Asked.Mine), null, "form.figures", "button[name=All]");
        await anew.AskAsync();
        portal.Clock.Advance(TimeSpan.FromMinutes(5));
        await anew.AskAsync();

        await RunAsync(portal, 7);

        await using var db = portal.Open();
        Assert.Equal([0, 0, 1], await db.ConfirmationRequests.OrderBy(request => request.Id).Select(request => request.Reminders).ToListAsync());
    }

    [Fact]
    public async Task Remind_MissionCancelledMeanwhile_EndsTheRequest()
    {
        await using var portal = await OwnPortal.OpenAsync();
        var asked = await Asked.MakeAsync(portal);
        await asked.AskAsync();
        await AskingTests.CancelAsync(portal);

        await RunAsync(portal, 7);

        var request = await RequestAsync(asked);
        Assert.Equal((0, false, false), (request.Reminders, request.IsAnswered, request.DoneAt is null));
        Assert.Empty(await asked.TokensAsync());
    }

    private static async Task RunAsync(OwnPortal portal, int days)
    {
        portal.Clock.Advance(TimeSpan.FromDays(days));
        Assert.DoesNotContain(await portal.Services.GetRequiredService<DailySchedule>().RunNowAsync(CancellationToken.None), outcome => outcome.Error is not null);
    }

    private static async Task<ConfirmationRequest> RequestAsync(Asked asked)
    {
        await using var db = asked.Portal.Open();
        return await db.ConfirmationRequests.SingleAsync(request => request.ParticipationId == asked.Participation);
    }
}
