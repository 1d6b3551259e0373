using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Tests.Schedule;

public class OneByOneTests
{
    [Fact]
    public async Task Run_OneFails_TheOthersAreDoneAndTheFailureIsTold()
    {
        var done = new List<int>();

        var failed = await Assert.ThrowsAsync<AggregateException>(() => OneByOne.RunAsync([1, 2, 3], number =>
        {
            done.Add(number == 2 ? throw new InvalidOperationException("two") : number);
            return Task.CompletedTask;
        }));

        Assert.Equal([1, 3], done);
        Assert.Equal("two", Assert.Single(failed.InnerExceptions).Message);
    }
}
