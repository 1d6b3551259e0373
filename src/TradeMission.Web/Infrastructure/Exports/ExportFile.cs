using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>
/// A list as a file: the rows go out as they come from the database, so that memory does not grow with their number. What fails before the first row is an error page;
/// what fails later ends the file, and its last line says so.
/// </summary>
/// <param name="format">CSV or XLSX.</param>
/// <param name="sheet">Title and columns.</param>
/// <param name="rows">All that the page's filter finds, in its order. One reader: SQL Server has no second one while it is open.</param>
public sealed class ExportFile<TRow>(ExportFormat format, ExportSheet<TRow> sheet, IAsyncEnumerable<TRow> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var http = context.HttpContext;
        var cancellation = http.RequestAborted;
        await using var source = rows.GetAsyncEnumerator(cancellation);
        var hasRow = await source.MoveNextAsync();
        Announce(http);
        await using var writer = Open(http.Response.Body);
        await writer.BeginAsync([.. sheet.Columns.Select(column => column.Heading)], cancellation);
        await writer.EndAsync(await WriteAsync(), cancellation);

        // Null where the file is whole, else what its last line says.
        async Task<string?> WriteAsync()
        {
            var written = 0;
            try
            {
                for (; hasRow; hasRow = await source.MoveNextAsync())
                {
                    if (written == writer.MostRows)
                    {
                        return Texts.Get("Exports.TooLong", Show.Number(written));
                    }

                    var row = source.Current;
                    await writer.WriteAsync([.. sheet.Columns.Select(column => column.Value(row))], cancellation);
                    written++;
                }

                return null;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                Log(http).LogError(failure, "The export {Sheet} broke off after {Rows} rows", sheet.Title, written);
                return Texts.Get("Exports.Incomplete", Show.Number(written));
            }
        }
    }

    private IExportWriter Open(Stream stream) => format == ExportFormat.Csv
        ? new CsvExportWriter(stream)
        : new XlsxExportWriter(stream, sheet.Title, [.. sheet.Columns.Select(column => column.Width)]);

    private void Announce(HttpContext http)
    {
        var today = http.RequestServices.GetRequiredService<Office>().Today;
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName($"{sheet.Title}_{today:yyyyMMdd}.{format.ToString().ToLowerInvariant()}");
        http.Response.ContentType = format == ExportFormat.Csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        http.Response.Headers.ContentDisposition = name.ToString();
        http.Response.Headers.CacheControl = "no-store";
    }

    private static ILogger Log(HttpContext http) => http.RequestServices.GetRequiredService<ILogger<ExportFile<TRow>>>();
}
