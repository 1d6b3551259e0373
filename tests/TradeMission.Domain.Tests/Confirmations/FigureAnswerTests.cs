using TradeMission.Domain.Confirmations;
using TradeMission.Domain.Deals;

namespace TradeMission.Domain.Tests.Confirmations;

public class FigureAnswerTests
{
    private static readonly DateTime Now = new(2026, 11, 4, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Finish_Once_KeepsHowItEndedFirst()
    {
        var answer = new FigureAnswer { Verdict = FigureState.Disputed, Amount = 1m, Currency = "USD", ByName = "한확인", At = Now };
        Assert.True(answer.Stands);

        answer.Finish(AnswerEnd.Replied, "담당", Now.AddDays(1), "그대로 둠");
        answer.Finish(AnswerEnd.FigureChanged, "다른 담당", Now.AddDays(2), "나중");

        Assert.False(answer.Stands);
        Assert.Equal((AnswerEnd.Replied, "담당", Now.AddDays(1), "그대로 둠"), (answer.End, answer.EndedByName, answer.EndedAt, answer.EndNote));
    }
}
