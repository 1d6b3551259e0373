namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>Writes one file from top to bottom and keeps no row of it.</summary>
internal interface IExportWriter : IAsyncDisposable
{
    /// <summary>More the format cannot hold.</summary>
    int MostRows { get; }

    Task BeginAsync(IReadOnlyList<string> headings, CancellationToken cancellation);

    Task WriteAsync(IReadOnlyList<object?> cells, CancellationToken cancellation);

    /// <summary>Without it the file is not whole.</summary>
    /// <param name="warning">Why the file ends before the list does; null where it does not.</param>
    Task EndAsync(string? warning, CancellationToken cancellation);
}
