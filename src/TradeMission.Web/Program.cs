using TradeMission.Web.Data;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddTradeDatabase(builder.Configuration, builder.Environment.ContentRootPath);
var app = builder.Build();
app.Run();
