using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Razor;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Infrastructure;

/// <summary>What every view has at hand: texts, the unit of money that the address asks for.</summary>
public abstract class TradePage<TModel> : RazorPage<TModel>
{
    public string T(string key, params object?[] args) => Texts.Get(key, args);

    /// <summary>The word for a status, kind, assessment….</summary>
    public string W<TEnum>(TEnum value)
        where TEnum : struct, Enum => Texts.Of(value);

    /// <summary>The unit of <c>?unit=</c>, for amounts in this currency.</summary>
    public Unit UnitOf(string currency = "USD") => Unit.Of(Context.Request.Query["unit"], currency);

    /// <summary>A name with the parts marked by which it was found.</summary>
    public IHtmlContent Marked(string name, IReadOnlyList<SearchWord> words)
    {
        var marked = new HtmlContentBuilder();
        var end = 0;
        foreach (var (start, length) in SearchWord.PlacesIn(name, words))
        {
            marked.Append(name[end..start]).AppendHtml("<mark>").Append(name.Substring(start, length)).AppendHtml("</mark>");
            end = start + length;
        }

        return marked.Append(name[end..]);
    }

    /// <summary>The page's title, for the tab and for printing.</summary>
    public void Title(string title) => ViewData["Title"] = title;

    /// <summary>Which entry of the navigation is current: a controller room such as Missions.</summary>
    public void Section(string section) => ViewData["Section"] = section;
}
