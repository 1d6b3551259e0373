namespace TradeMission.Web.Infrastructure.Exports;

/// <summary>The end of a file's route: <c>[HttpGet("/missions" + ExportRoute.Suffix)]</c>.</summary>
public static class ExportRoute
{
    public const string Suffix = ".{format:regex(^(csv|xlsx)$)}";
}
