using TradeMission.Web.Features.Reports;

namespace TradeMission.Web.Tests.Reports;

public sealed class RowGroupsTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(1, "1")]
    [InlineData(4, "4")]
    [InlineData(5, "2 1 2")]
    [InlineData(132, "2 128 2")]
    public void Of_Rows_KeepsTheFirstAndTheLastOnesTogether(int count, string sizes)
    {
        var groups = RowGroups.Of([.. Enumerable.Range(0, count)]).ToList();

        Assert.Equal(sizes, string.Join(' ', groups.Select(group => group.Rows.Count)));
        Assert.Equal(Enumerable.Range(0, count), groups.SelectMany(group => group.Rows));
        Assert.True(groups[0] is { IsFirst: true, Together: true });
        Assert.True(groups[^1].Together);
        Assert.Single(groups, group => group.IsFirst);
    }
}
