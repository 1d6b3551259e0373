using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>How a report counts its parts: numbers for sections, letters of the reader's language below them.</summary>
public static class ReportWords
{
    public static char Letter(int index) => Texts.Get("Reports.Letters")[index];
}
