using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;

namespace TradeMission.Krds.Tests.Rig;

internal sealed class NoView : IView
{
    public string Path => "";

    public Task RenderAsync(ViewContext context) => Task.CompletedTask;
}
