using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

/// <summary>The choices of a select, in their groups.</summary>
internal static class OptionsMarkup
{
    /// <param name="chosen">The values that are chosen; null leaves it to the items themselves.</param>
    /// <param name="empty">Text of a first choice without a value.</param>
    public static TagBuilder Fill(TagBuilder select, IEnumerable<SelectListItem> items, ICollection<string>? chosen, string? empty) =>
        select.Add(new Options(items, chosen, empty));

    public static bool IsChosen(SelectListItem item, ICollection<string>? chosen) =>
        chosen?.Contains(item.Value ?? item.Text) ?? item.Selected;

    /// <summary>Written as they come, without an element for each: a filter offers hundreds of companies.</summary>
    private sealed class Options(IEnumerable<SelectListItem> items, ICollection<string>? chosen, string? empty) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            if (empty is not null)
                Write(writer, encoder, "<option value=\"", "", "\">", empty);

            SelectListGroup? open = null;
            foreach (var item in items)
            {
                if (item.Group != open)
                {
                    Close(writer, open);
                    open = item.Group;
                    Open(writer, encoder, open);
                }

                writer.Write("<option");
                if (item.Disabled)
                    writer.Write(" disabled=\"\"");
                if (IsChosen(item, chosen))
                    writer.Write(" selected=\"\"");
                if (item.Value is null)
                    Write(writer, encoder, ">", item.Text);
                else
                    Write(writer, encoder, " value=\"", item.Value, "\">", item.Text);
            }

            Close(writer, open);
        }

        private static void Write(TextWriter writer, HtmlEncoder encoder, string before, string value, string after, string text)
        {
            writer.Write(before);
            encoder.Encode(writer, value);
            Write(writer, encoder, after, text);
        }

        private static void Write(TextWriter writer, HtmlEncoder encoder, string before, string text)
        {
            writer.Write(before);
            encoder.Encode(writer, text);
            writer.Write("</option>");
        }

        private static void Open(TextWriter writer, HtmlEncoder encoder, SelectListGroup? group)
        {
            if (group is null)
                return;

            writer.Write(group.Disabled ? "<optgroup disabled=\"\" label=\"" : "<optgroup label=\"");
            encoder.Encode(writer, group.Name);
            writer.Write("\">");
        }

        private static void Close(TextWriter writer, SelectListGroup? group)
        {
            if (group is not null)
                writer.Write("</optgroup>");
        }
    }
}
