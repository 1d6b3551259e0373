using Microsoft.AspNetCore.Localization;

namespace TradeMission.Web.Infrastructure;

/// <summary>What an address chose once stays chosen: language and contrast, in cookies.</summary>
public static class RememberedChoices
{
    private static readonly string LanguageCookie = CookieRequestCultureProvider.DefaultCookieName;

    /// <summary>Remembers what the address asks for: contrast, and the language of ?culture=.</summary>
    public static IApplicationBuilder UseRememberedChoices(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Query[HighContrast.Name].FirstOrDefault() is "high" or "normal")
        {
            Remember(context, HighContrast.Name, context.Request.Query[HighContrast.Name]!);
        }

        if (context.Request.Query["culture"].FirstOrDefault() is "ko" or "en")
        {
            RememberLanguage(context, context.Request.Query["culture"].ToString());
        }

        return next(context);
    });

    /// <summary>Speaks this person's language from now on, unless this browser has chosen one before.</summary>
    public static void SpeakAtFirst(this HttpContext context, string language)
    {
        if (!context.Request.Cookies.ContainsKey(LanguageCookie))
        {
            RememberLanguage(context, language);
        }
    }

    private static void RememberLanguage(HttpContext context, string language) => Remember(context, LanguageCookie, $"c={language}|uic={language}");

    private static void Remember(HttpContext context, string cookie, string value) => context.Response.Cookies.Append(
        cookie, value, new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, Secure = context.Request.IsHttps });
}
