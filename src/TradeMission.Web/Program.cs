using Serilog;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Host.UseSerilog(Logging.Configure);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddTradeDatabase(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddScoped<Func<Actor>>(_ => () => Actor.Portal);
    builder.Services.AddPages();
    builder.Services.AddHealth();

    var app = builder.Build();
    app.UsePipeline();
    return await app.RunAsync(args);
}
catch (SetupException wrong)
{
    await Console.Error.WriteLineAsync($"TradeMission cannot start: {wrong.Message}");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}
