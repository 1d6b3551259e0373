using Serilog;
using Serilog.AspNetCore;
using Serilog.Events;

namespace TradeMission.Web.Infrastructure;

/// <summary>Console and a file a day. No personal data: addresses and names of people stay out of messages.</summary>
public static class Logging
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {RequestId} {Message:lj}{NewLine}{Exception}";

    private const string Links = "/confirmations/";

    public static void Configure(HostBuilderContext context, LoggerConfiguration log)
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .Enrich.FromLogContext()
            .ReadFrom.Configuration(context.Configuration)
            .WriteTo.Console(outputTemplate: Line, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        if (context.Configuration["Logging:Folder"] is { Length: > 0 } folder)
        {
            log.WriteTo.File(
                Path.Combine(context.HostingEnvironment.ContentRootPath, folder, "portal-.log"), outputTemplate: Line,
                rollingInterval: RollingInterval.Day, retainedFileCountLimit: 400, formatProvider: System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>A link in a mail stands for the person that it was sent to: whoever reads the log must not be able to use it.</summary>
    public static void KeepLinksOut(RequestLoggingOptions options) => options.GetMessageTemplateProperties = (http, path, elapsed, status) =>
    [
        new LogEventProperty("RequestMethod", new ScalarValue(http.Request.Method)),
        new LogEventProperty("RequestPath", new ScalarValue(path.StartsWith(Links, StringComparison.OrdinalIgnoreCase) ? Links + "…" : path)),
        new LogEventProperty("StatusCode", new ScalarValue(status)),
        new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
    ];
}
