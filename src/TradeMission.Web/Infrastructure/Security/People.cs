using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Account;
using TradeMission.Web.Features.Admin;

namespace TradeMission.Web.Infrastructure.Security;

/// <summary>Who people are, how they get in, and what they may do.</summary>
public static class People
{
    public const string SignInAddress = "/account/sign-in";

    public static IServiceCollection AddPeople(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<SecuritySettings>(configuration.GetSection("Security"));
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => CurrentUser.Of(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));
        services.AddScoped<Func<Actor>>(provider => () => ActorOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext));
        services.AddDataProtection().SetApplicationName("TradeMission").PersistKeysToDbContext<TradeDbContext>()
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        services.AddScoped<Accounts>();
        services.AddScoped<SampleUsers>();
        services.AddScoped<UserRegister>();
        services.AddScoped<AdministratorInvitation>();
        AddAccounts(services);
        AddSessions(services);
        AddPermissions(services);
        services.AddRateLimiter(_ => { });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<IOptions<SecuritySettings>>((limits, settings) => AttemptLimits.Configure(limits, settings.Value));
        return services;
    }

    /// <summary>Call between routing and the endpoints.</summary>
    public static IApplicationBuilder UsePeople(this IApplicationBuilder app) => app.UseAttemptLimits().UseAuthentication().UseAuthorization();

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddIdentity<TradeUser, IdentityRole<long>>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.SignIn.RequireConfirmedAccount = true;
                identity.Lockout.MaxFailedAccessAttempts = 5;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                identity.Password.RequiredLength = 10;
                identity.Password.RequiredUniqueChars = 5;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
            })
            .AddEntityFrameworkStores<TradeDbContext>()
            .AddErrorDescriber<PortalIdentityErrors>()
            .AddPasswordValidator<SensiblePassword>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddUserConfirmation<ActiveAccounts>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<InvitationTokens>(InvitationTokens.Provider);
        services.AddScoped<PortalIdentityErrors>();

        // The name of an account is its mail address; which characters an address may have is the mail form's matter.
        services.Configure<IdentityOptions>(identity => identity.User.AllowedUserNameCharacters = "");
        services.AddOptions<DataProtectionTokenProviderOptions>()
            .Configure<IOptions<SecuritySettings>>((tokens, settings) => tokens.TokenLifespan = TimeSpan.FromHours(settings.Value.PasswordResetHours));
        services.AddOptions<InvitationTokenOptions>()
            .Configure<IOptions<SecuritySettings>>((tokens, settings) => tokens.TokenLifespan = TimeSpan.FromDays(settings.Value.InvitationDays));
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddOptions<SecurityStampValidatorOptions>()
            .Configure<IOptions<SecuritySettings>>((stamp, settings) => stamp.ValidationInterval = TimeSpan.FromMinutes(settings.Value.RevalidationMinutes));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<SecuritySettings>>((cookie, settings) =>
            {
                cookie.Cookie.Name = "TradeMission.Session";
                cookie.Cookie.HttpOnly = true;
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(settings.Value.IdleMinutes);
                cookie.SlidingExpiration = true;
                cookie.LoginPath = SignInAddress;
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events.OnRedirectToLogin = RedirectToSignIn;
                cookie.Events.OnRedirectToAccessDenied = Refuse;
                OnlyWhenDue(cookie, settings.Value);
                SessionEnd.Watch(cookie);
            });
    }

    /// <summary>The framework asks the same, but only after it has made all that a check might need.</summary>
    private static void OnlyWhenDue(CookieAuthenticationOptions cookie, SecuritySettings settings)
    {
        var validate = cookie.Events.OnValidatePrincipal;
        cookie.Events.OnValidatePrincipal = context =>
            context.Properties.IssuedUtc is { } issued && (context.Options.TimeProvider ?? TimeProvider.System).GetUtcNow() - issued <= TimeSpan.FromMinutes(settings.RevalidationMinutes)
                ? Task.CompletedTask
                : validate(context);
    }

    private static void AddPermissions(IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, PermittedByTableHandler>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().AddRequirements(new PermittedByTable()).Build());
    }

    /// <summary>After signing in the reader comes back to the page he asked for; what he submitted is not a page.</summary>
    private static Task RedirectToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            return AnswerAsync(context, StatusCodes.Status401Unauthorized);
        }

        var asked = HttpMethods.IsGet(context.Request.Method) && context.Request.Path != "/";
        context.Response.Redirect(asked ? context.RedirectUri : context.Request.PathBase + SignInAddress);
        return Task.CompletedTask;
    }

    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
        {
            return AnswerAsync(context, StatusCodes.Status403Forbidden);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <summary>To a script, which has no use for a page.</summary>
    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { status }, context.HttpContext.RequestAborted);
    }

    private static Actor ActorOf(HttpContext? http) => (http, CurrentUser.Of(http?.User)) switch
    {
        (null, _) => Actor.Portal,
        (_, { IsSignedIn: true } user) => new Actor(user.Id, user.Name, http.TraceIdentifier),
        _ => Actor.Portal with { RequestId = http.TraceIdentifier },
    };
}
