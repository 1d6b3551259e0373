using System.Globalization;
using CsvHelper;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>Rates as a file that the import reads.</summary>
public static class RateCsv
{
    public static string Write(IEnumerable<ProposedRate> rates)
    {
        using var text = new StringWriter();
        using (var csv = CsvWriter.Create(text, new CsvWriterOptions { NewLine = "\n" }))
        {
            csv.WriteRecord([.. Enum.GetValues<RateColumn>().Select(RateColumns.NameOf)]);
            foreach (var rate in rates)
            {
                csv.WriteRecord([.. Enum.GetValues<RateColumn>().Select(column => CellOf(rate, column))]);
            }
        }

        return text.ToString();
    }

    private static string CellOf(ProposedRate rate, RateColumn column) => column switch
    {
        RateColumn.Date => rate.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RateColumn.Currency => rate.Currency,
        RateColumn.Per => rate.Per.ToString(CultureInfo.InvariantCulture),
        RateColumn.Rate => rate.Quoted.ToString("0.##########", CultureInfo.InvariantCulture),
        RateColumn.Against => rate.Against,
        _ => FormulaText.Harmless(rate.Source),
    };
}
