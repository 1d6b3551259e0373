using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace TradeMission.Web.Infrastructure;

/// <summary>Views stand beside their controller: /Features/Missions/Index.cshtml, then what all rooms share.</summary>
public sealed class FeatureViews : IViewLocationExpander
{
    private const string Room = "room";
    private const string Root = "TradeMission.Web.Features.";

    public void PopulateValues(ViewLocationExpanderContext context)
    {
        var space = (context.ActionContext.ActionDescriptor as ControllerActionDescriptor)?.ControllerTypeInfo.Namespace;
        context.Values[Room] = space is not null && space.StartsWith(Root, StringComparison.Ordinal) ? space[Root.Length..].Replace('.', '/') : "Shared";
    }

    public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
        [$"/Features/{context.Values[Room]}/{{0}}.cshtml", "/Features/Shared/{0}.cshtml"];
}
