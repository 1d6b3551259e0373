using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

/// <summary>The choices of a select, in their groups.</summary>
internal static class OptionsMarkup
{
    /// <param name="chosen">The values that are chosen; null leaves it to the items themselves.</param>
    /// <param name="empty">Text of a first choice without a value.</param>
    public static TagBuilder Fill(TagBuilder select, IEnumerable<SelectListItem> items, ICollection<string>? chosen, string? empty)
    {
        if (empty is not null)
            select.Add(Element.Create("option", null, empty).With("value", ""));

        SelectListGroup? open = null;
        TagBuilder? group = null;
        foreach (var item in items)
        {
            if (item.Group != open)
            {
                open = item.Group;
                group = open is null ? null : Element.Create("optgroup", null).With("label", open.Name).When(open.Disabled, "disabled");
                select.Add(group);
            }

            (group ?? select).Add(Element.Create("option", null, item.Text)
                .With("value", item.Value)
                .When(IsChosen(item, chosen), "selected")
                .When(item.Disabled, "disabled"));
        }

        return select;
    }

    public static bool IsChosen(SelectListItem item, ICollection<string>? chosen) =>
        chosen?.Contains(item.Value ?? item.Text) ?? item.Selected;
}
