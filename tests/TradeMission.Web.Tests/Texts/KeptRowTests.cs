using TradeMission.Web.Features.Reports;

namespace TradeMission.Web.Tests.Texts;

public sealed class KeptRowTests
{
    /// <summary>The comparison of a snapshot names any field that may have changed.</summary>
    [Fact]
    public void Fields_HaveTheirLabels()
    {
        var rows = typeof(KeptRow).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(KeptRow))).ToList();

        Assert.NotEmpty(rows);
        Offences.None(rows.SelectMany(RowDifference.FieldsOf).Select(property => $"Reports.Row.{property.Name}").Distinct().Where(key => !Resources.Keys.Contains(key)));
    }
}
