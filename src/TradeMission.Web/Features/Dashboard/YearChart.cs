using System.Globalization;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Dashboard;

/// <summary>
/// Two bars a year, laid out across in per cent and up in pixels: letters never shrink with the page, and it prints without a script. The values stand in the
/// table beside it.
/// </summary>
public sealed class YearChart
{
    /// <summary>Years that still fit on a phone.</summary>
    public const int MostYears = 10;

    public const int Height = 300;
    public const int Base = 268;
    private const int Top = 24;

    private YearChart(IReadOnlyList<Group> groups) => Groups = groups;

    public IReadOnlyList<Group> Groups { get; }

    /// <param name="Middle">Where the year's label stands.</param>
    /// <param name="LabelY">Where the value's label stands, above the bar.</param>
    public sealed record Group(int Year, decimal Value, string Middle, Bar First, Bar Second, string FirstMiddle, string LabelY);

    /// <summary>As SVG attributes: x and width in per cent, y and height in pixels.</summary>
    public sealed record Bar(string X, string Width, string Y, string Height);

    /// <param name="years">The latest first.</param>
    public static YearChart Of(IReadOnlyList<DashboardPage.YearRow> years)
    {
        var shown = years.Take(MostYears).Reverse().ToList();
        var highest = shown.Count == 0 ? 0 : shown.Max(year => Math.Max(year.Sums.ConsultationValue, year.Sums.ContractValue));
        var slot = shown.Count == 0 ? 100m : 100m / shown.Count;
        var (wide, narrow) = (Math.Min(slot * 0.34m, 6m), Math.Min(slot * 0.24m, 4m));
        return new YearChart([.. shown.Select((year, index) =>
        {
            var left = (slot * index) + ((slot - wide - narrow - (slot * 0.04m)) / 2);
            var (first, second) = (HeightOf(year.Sums.ConsultationValue), HeightOf(year.Sums.ContractValue));
            return new Group(
                year.Year, year.Sums.ConsultationValue, Percent((slot * index) + (slot / 2)), BarOf(left, wide, first), BarOf(left + wide + (slot * 0.04m), narrow, second),
                Percent(left + (wide / 2)), Pixels(Base - first - 6));
        })]);

        decimal HeightOf(decimal amount) => highest == 0 ? 0 : amount / highest * (Base - Top);
    }

    /// <summary>The width of a bar in a table row, in per cent of the longest.</summary>
    public static string Width(decimal amount, decimal longest) => longest == 0 ? "0" : Math.Round(amount / longest * 100, 2).ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>What stands over a bar: no decimals where there are three digits without them.</summary>
    public static string Label(decimal amount, Unit unit) =>
        amount / unit.Size < 100 ? unit.FigureOrDash(amount) : Math.Round(amount / unit.Size, MidpointRounding.AwayFromZero).ToString("#,##0", CultureInfo.InvariantCulture);

    private static Bar BarOf(decimal x, decimal width, decimal height) => new(Percent(x), Percent(width), Pixels(Base - height), Pixels(height));

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Pixels(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
