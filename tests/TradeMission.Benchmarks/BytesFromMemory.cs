using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(TradeMission.Benchmarks.BytesFromMemory))]

namespace TradeMission.Benchmarks;

/// <summary>An address of the measured portal that only sends bytes from memory, to compare pages with; the product has none.</summary>
public sealed class BytesFromMemory : IHostingStartup, IStartupFilter
{
    public const string Address = "/benchmark/bytes";

    private byte[] bytes = [];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Address, branch => branch.Run(SendAsync));
        next(app);
    };

    private Task SendAsync(HttpContext context)
    {
        var size = int.Parse(context.Request.Query["size"].ToString(), CultureInfo.InvariantCulture);
        if (bytes.Length != size)
        {
            bytes = new byte[size];
            Array.Fill(bytes, (byte)'x');
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = size;
        return context.Response.Body.WriteAsync(bytes, 0, size);
    }
}
