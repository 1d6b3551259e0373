using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Exports;

namespace TradeMission.Web.Features.ExchangeRates;

/// <summary>The rate table as a file that the import reads again: its headings are the import's.</summary>
public static class RateExport
{
    public static ExportSheet<RateRow> Sheet() => new(
        Texts.Get("Shared.NavRates"),
        [
            new(RateColumns.NameOf(RateColumn.Date), row => row.On),
            new(RateColumns.NameOf(RateColumn.Currency), row => row.Currency, 8),
            new(RateColumns.NameOf(RateColumn.Per), row => row.Per, 8),
            new(RateColumns.NameOf(RateColumn.Rate), row => row.Quoted, 16),
            new(RateColumns.NameOf(RateColumn.Against), row => row.Against, 10),
            new(RateColumns.NameOf(RateColumn.Source), row => row.Source, 30),
        ]);
}
