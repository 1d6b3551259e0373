using Microsoft.Extensions.Options;
using Serilog;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Infrastructure;

/// <summary>What every request passes through, in order.</summary>
public static class Pipeline
{
    public static WebApplication UsePipeline(this WebApplication app)
    {
        app.UseSecurityHeaders(policies => policies.AddDefaultSecurityHeaders().AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().Self();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
            csp.AddImgSrc().Self().Data();
        }));
        app.UseRequestLocalization(app.Services.GetRequiredService<IOptions<RequestLocalizationOptions>>().Value);
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseSerilogRequestLogging(Logging.KeepLinksOut);
        app.UseRememberedChoices();
        app.UseRouting();
        app.UsePeople();
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers();
        app.MapHealth();
        app.CheckPermissions();
        return app;
    }
}
