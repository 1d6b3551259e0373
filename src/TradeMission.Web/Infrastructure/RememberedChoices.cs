namespace TradeMission.Web.Infrastructure;

/// <summary>What an address chose once stays chosen: language and contrast, in cookies.</summary>
public static class RememberedChoices
{
    /// <summary>Remembers what the address asks for: contrast, and the language of ?culture=.</summary>
    public static IApplicationBuilder UseRememberedChoices(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Query[HighContrast.Name].FirstOrDefault() is "high" or "normal")
        {
            Remember(context, HighContrast.Name, context.Request.Query[HighContrast.Name]!);
        }

        if (context.Request.Query["culture"].FirstOrDefault() is "ko" or "en")
        {
            var culture = context.Request.Query["culture"].ToString();
            Remember(context, Microsoft.AspNetCore.Localization.CookieRequestCultureProvider.DefaultCookieName, $"c={culture}|uic={culture}");
        }

        return next(context);
    });

    private static void Remember(HttpContext context, string cookie, string value) => context.Response.Cookies.Append(
        cookie, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps });
}
