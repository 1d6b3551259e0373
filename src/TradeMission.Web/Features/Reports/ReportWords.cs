using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Reports;

/// <summary>How a report counts its parts: 1. 2. for sections, 가. 나. (A. B.) below them.</summary>
public static class ReportWords
{
    private const string Korean = "가나다라마바사아자차카타파하";
    private const string English = "ABCDEFGHIJKLMN";

    public static char Letter(int index) => (Show.IsKorean ? Korean : English)[index];
}
