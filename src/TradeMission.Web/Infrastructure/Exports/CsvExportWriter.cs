using CsvHelper;

namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>CSV as Korean Excel opens it: UTF-8 with its mark, CRLF; days in ISO 8601, numbers without separators, no formulas.</summary>
internal sealed class CsvExportWriter(Stream stream) : IExportWriter
{
    private readonly CsvWriter csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
    private int columns;

    public int MostRows => int.MaxValue;

    public async Task BeginAsync(IReadOnlyList<string> headings, CancellationToken cancellation)
    {
        columns = headings.Count;
        await WriteAsync(headings, cancellation);
    }

    public async Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellation)
    {
        foreach (var cell in cells)
        {
            Write(cell);
        }

        await csv.EndRecordAsync(cancellation);
    }

    public async Task EndAsync(string? warning, CancellationToken cancellation)
    {
        if (warning is not null)
        {
            await WriteAsync([warning, .. Enumerable.Repeat<object?>(null, columns - 1)], cancellation);
        }

        await csv.FlushAsync(cancellation);
    }

    public ValueTask DisposeAsync() => csv.DisposeAsync();

    private void Write(object? cell)
    {
        switch (cell)
        {
            case null:
                csv.WriteField((string?)null);
                break;
            case string text:
                csv.WriteField(FormulaText.Harmless(text));
                break;
            case int number:
                csv.WriteField(number);
                break;
            case long number:
                csv.WriteField(number);
                break;
            case decimal number:
                csv.WriteField(number, "0.############");
                break;
            case DateOnly day:
                csv.WriteField(day, "yyyy-MM-dd");
                break;
            case TimeOnly time:
                csv.WriteField(time, "HH:mm");
                break;
            case DateTime moment:
                csv.WriteField(moment, "yyyy-MM-dd HH:mm:ss");
                break;
            default:
                throw new NotSupportedException($"{cell.GetType()} is no cell.");
        }
    }
}
