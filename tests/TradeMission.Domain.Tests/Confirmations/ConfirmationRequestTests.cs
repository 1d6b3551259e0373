using TradeMission.Domain.Confirmations;

namespace TradeMission.Domain.Tests.Confirmations;

public class ConfirmationRequestTests
{
    private static readonly DateTime Now = new(2026, 11, 4, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 4);

    [Fact]
    public void Link_IsOpenUntilItExpiresOrEnds()
    {
        var request = NewRequest();
        var link = Send(request, Now, isReminder: false);

        Assert.True(link.IsOpen(Now.AddDays(ConfirmationLink.ValidDays).AddTicks(-1)));
        Assert.False(link.IsOpen(Now.AddDays(ConfirmationLink.ValidDays)));
        request.EndLinks(Now.AddDays(1));
        request.EndLinks(Now.AddDays(2));
        Assert.Equal((Now.AddDays(1), false), (link.EndedAt, link.IsOpen(Now.AddDays(1))));
    }

    [Fact]
    public void Send_EndsTheLinksThatAreOut()
    {
        var request = NewRequest();
        var first = Send(request, Now, isReminder: false);

        var second = Send(request, Now.AddDays(7), isReminder: true);

        Assert.Equal((false, true, 1), (first.IsOpen(Now), second.IsOpen(Now.AddDays(7)), request.Reminders));
        Assert.Equal(Today.AddDays(7), request.LastSentOn);
    }

    [Fact]
    public void IsToBeReminded_AfterSevenDaysThreeTimes()
    {
        var request = NewRequest();
        Send(request, Now, isReminder: false);
        for (var reminder = 1; reminder <= ConfirmationRequest.MostReminders; reminder++)
        {
            var due = request.LastSentOn.AddDays(ConfirmationRequest.ReminderDays);
            Assert.False(request.IsToBeReminded(due.AddDays(-1)));
            Assert.True(request.IsToBeReminded(due));
            Send(request, due.ToDateTime(default, DateTimeKind.Utc), isReminder: true);
        }

        Assert.False(request.IsToBeReminded(request.LastSentOn.AddDays(100)));
    }

    [Fact]
    public void Finish_EndsLinksAndReminders_AndKeepsTheFirstMoment()
    {
        var request = NewRequest();
        var link = Send(request, Now, isReminder: false);

        request.Finish(Now.AddDays(1), answered: true);
        request.Finish(Now.AddDays(2), answered: false);

        Assert.Equal((Now.AddDays(1), true, false), (request.DoneAt, request.IsAnswered, link.IsOpen(Now)));
        Assert.False(request.IsToBeReminded(Today.AddDays(30)));
    }

    private static ConfirmationRequest NewRequest() => new() { AskedAt = Now, AskedByName = "담당" };

    private static ConfirmationLink Send(ConfirmationRequest request, DateTime at, bool isReminder)
    {
        var link = new ConfirmationLink { Name = "한확인", Email = "a@companies.example", TokenHash = "00", ExpiresAt = at.AddDays(ConfirmationLink.ValidDays) };
        request.Send([link], DateOnly.FromDateTime(at), at, isReminder);
        return link;
    }
}
