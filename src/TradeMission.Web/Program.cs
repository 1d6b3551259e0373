using Serilog;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Deals;
using TradeMission.Web.Features.ExchangeRates;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Files;
using TradeMission.Web.Infrastructure.Mail;
using TradeMission.Web.Infrastructure.Schedule;
using TradeMission.Web.Infrastructure.Security;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.Host.UseSerilog(Logging.Configure);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddTradeDatabase(builder.Configuration, builder.Environment.ContentRootPath);
    builder.Services.AddPeople(builder.Configuration);
    builder.Services.AddMail(builder.Configuration);
    builder.Services.AddRates(builder.Configuration);
    builder.Services.AddSchedule();
    builder.Services.AddFiles(builder.Configuration, builder.Environment);
    builder.Services.AddFollowUp();
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
