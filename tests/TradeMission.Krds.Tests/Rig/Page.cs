using System.Linq.Expressions;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FluentValidation;
using FluentValidation.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Tests.Rig;

/// <summary>A page with a form on it, in MVC's own services, on which one tag helper at a time is tried.</summary>
internal sealed class Page
{
    private static readonly IServiceProvider Mvc = BuildServices(configure: null);

    private readonly IServiceProvider services;
    private readonly ViewDataDictionary<SampleForm> viewData;

    public Page(SampleForm? form = null, Action<KrdsTexts>? texts = null, string query = "")
    {
        services = texts is null ? Mvc : BuildServices(texts);
        Http = new DefaultHttpContext { RequestServices = services };
        Http.Request.QueryString = new QueryString(query);
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = Http;
        viewData = new(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = form ?? new() };
    }

    public DefaultHttpContext Http { get; }

    public ModelStateDictionary State => viewData.ModelState;

    /// <summary>As if this had been typed and sent.</summary>
    public Page Sent(string field, params string[] values)
    {
        State.SetModelValue(field, values.Length == 1 ? values[0] : values, string.Join(',', values));
        return this;
    }

    public Page Wrong(string field, string error)
    {
        State.AddModelError(field, error);
        return this;
    }

    public ModelExpression Expression<TValue>(Expression<Func<SampleForm, TValue>> property) =>
        new ModelExpressionProvider(services.GetRequiredService<IModelMetadataProvider>()).CreateModelExpression(viewData, property);

    /// <summary>What the tag helper leaves in the page: one element.</summary>
    public IElement Render<TTagHelper>(Action<TTagHelper> configure, string content = "", params (string Name, object? Value)[] attributes)
        where TTagHelper : KrdsTagHelper =>
        Assert.Single(Parse(RenderText(configure, content, attributes)).Children);

    public string RenderText<TTagHelper>(Action<TTagHelper> configure, string content = "", params (string Name, object? Value)[] attributes)
        where TTagHelper : KrdsTagHelper
    {
        var tagHelper = ActivatorUtilities.CreateInstance<TTagHelper>(services);
        tagHelper.ViewContext = ViewContext(TextWriter.Null);
        configure(tagHelper);
        return Run(tagHelper, "krds-element", content, attributes);
    }

    /// <summary>Runs a tag helper that changes an element of HTML instead of replacing one of its own.</summary>
    public string Change(KrdsTagHelper tagHelper, string element, string content, params (string Name, object? Value)[] attributes)
    {
        tagHelper.ViewContext = ViewContext(TextWriter.Null);
        return Run(tagHelper, element, content, attributes);
    }

    /// <summary>A view of this project, through Razor.</summary>
    public async Task<IElement> RenderViewAsync(string path)
    {
        var found = services.GetRequiredService<IRazorViewEngine>().GetView(null, path, isMainPage: false);
        found.EnsureSuccessful([]);
        using var writer = new StringWriter();
        var context = ViewContext(writer);
        context.View = found.View!;
        await found.View!.RenderAsync(context);
        return Parse(writer.ToString());
    }

    public static IElement Parse(string html)
    {
        var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body></body>");
        var body = document.Body!;
        body.InnerHtml = html;
        return body;
    }

    private static string Run(KrdsTagHelper tagHelper, string element, string content, (string Name, object? Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var output = new TagHelperOutput(element, list, (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().SetHtmlContent(content)));
        tagHelper.ProcessAsync(new TagHelperContext([], new Dictionary<object, object>(), "test"), output).GetAwaiter().GetResult();
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    private ViewContext ViewContext(TextWriter writer) =>
        new(
            new ActionContext(Http, new RouteData(), new ActionDescriptor(), State),
            new NoView(),
            viewData,
            new TempDataDictionary(Http, services.GetRequiredService<ITempDataProvider>()),
            writer,
            new HtmlHelperOptions());

    private static IServiceProvider BuildServices(Action<KrdsTexts>? configure)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(Page).Assembly);
        builder.Services.AddFluentValidationClientsideAdapters();
        builder.Services.AddScoped<IValidator<SampleForm>, SampleForm.Validator>();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddKrds(configure);
        return builder.Build().Services.CreateScope().ServiceProvider;
    }
}
