using Microsoft.Extensions.Options;

namespace TradeMission.Web.Infrastructure.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MailSettings>(configuration.GetSection("Mail"));
        services.Configure<PortalSettings>(configuration.GetSection("Portal"));
        services.AddScoped<Letters>();
        services.AddSingleton<MailFolder>();
        services.AddSingleton<FolderMailSender>();
        services.AddSingleton<SmtpMailSender>();
        services.AddSingleton<IMailSender>(provider => string.IsNullOrWhiteSpace(provider.GetRequiredService<IOptions<MailSettings>>().Value.Smtp.Host)
            ? provider.GetRequiredService<FolderMailSender>()
            : provider.GetRequiredService<SmtpMailSender>());
        services.AddSingleton<Postbox>();
        services.AddHostedService(provider => provider.GetRequiredService<Postbox>());
        services.AddSingleton<OutboxSender>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        return services;
    }
}
