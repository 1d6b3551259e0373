using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;
using TradeMission.Krds;
using TradeMission.Web.Features.Confirmations;
using TradeMission.Web.Features.Consultations;
using TradeMission.Web.Features.Deals;
using TradeMission.Web.Features.Deleted;
using TradeMission.Web.Features.Drafts;
using TradeMission.Web.Features.Imports;
using TradeMission.Web.Features.Merging;
using TradeMission.Web.Features.Missions;
using TradeMission.Web.Features.Offline;
using TradeMission.Web.Infrastructure.Schedule;

namespace TradeMission.Web.Infrastructure;

/// <summary>MVC as this portal uses it: feature rooms, texts from resources, validation by hand, antiforgery everywhere.</summary>
public static class PageSetup
{
    /// <summary>Of a form with one line for each figure of a company: more than any company has in one mission.</summary>
    private const int MostLines = 4_000;

    internal static CultureInfo[] Languages { get; } = [CultureInfo.GetCultureInfo("ko"), CultureInfo.GetCultureInfo("en")];

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddControllersWithViews(mvc =>
        {
            mvc.MaxModelBindingCollectionSize = MostLines;
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            mvc.Filters.Add<DraftFilter>();
            mvc.Filters.Add<SubmitOnceFilter>();
            mvc.Filters.Add<MovedAddresses>();
            mvc.ModelMetadataDetailsProviders.Add(new FormTexts());
            SpeakTheReadersLanguage(mvc.ModelBindingMessageProvider);
        });
        services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FeatureViews()));
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddKrds(krds => krds.Text = Texts.Get);
        services.AddFluentValidationClientsideAdapters();
        services.AddValidatorsFromAssemblyContaining<Office>(includeInternalTypes: true);
        ValidatorOptions.Global.DisplayNameResolver = (type, member, _) => member is null ? null : FormTexts.LabelOf(type, member.Name);
        services.AddSingleton<Office>();
        services.Configure<FormOptions>(forms => forms.ValueCountLimit = MostLines * 5);
        services.AddScoped<ConsultationRecording>();
        services.AddScoped<ConsultationSending>();
        services.AddScoped<DealRecording>();
        services.AddScoped<EvidenceKeeping>();
        services.AddScoped<Asking>();
        services.AddScoped<Answering>();
        services.AddScoped<IScheduledTask, ConfirmationReminders>();
        services.AddScoped<IScheduledTask, ExpiredKeepings>();
        services.AddScoped<MissionClosing>();
        services.AddScoped<Importing>();
        services.AddScoped<ImportUndo>();
        services.AddScoped<IImporter, ConsultationImporter>();
        services.AddScoped<IImporter, BuyerImporter>();
        services.AddScoped<IImporter, CompanyImporter>();
        services.AddSingleton<ImportWatch>();
        services.AddScoped<FirmMerging>();
        services.AddSingleton<FilterChoices>();
        services.AddSingleton<IHttpResponseStreamWriterFactory, WholePages>();
        services.AddHttpContextAccessor();
        services.Configure<RouteOptions>(route => route.LowercaseUrls = true);
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.DefaultRequestCulture = new RequestCulture("ko");
            localization.SupportedCultures = Languages;
            localization.SupportedUICultures = Languages;
            localization.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider()];
        });
        return services;
    }

    /// <summary>Without this the framework's English messages appear on Korean pages.</summary>
    private static void SpeakTheReadersLanguage(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, field) => Texts.Get("Shared.BadValueOf", value, field));
        messages.SetMissingBindRequiredValueAccessor(field => Texts.Get("Shared.MissingOf", field));
        messages.SetMissingKeyOrValueAccessor(() => Texts.Get("Shared.Missing"));
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Texts.Get("Shared.Missing"));
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => Texts.Get("Shared.BadValue", value));
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Texts.Get("Shared.BadInput"));
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Texts.Get("Shared.NotANumber"));
        messages.SetUnknownValueIsInvalidAccessor(field => Texts.Get("Shared.BadInputOf", field));
        messages.SetValueIsInvalidAccessor(value => Texts.Get("Shared.BadValue", value));
        messages.SetValueMustBeANumberAccessor(field => Texts.Get("Shared.NotANumberOf", field));
        messages.SetValueMustNotBeNullAccessor(_ => Texts.Get("Shared.Missing"));
    }
}
