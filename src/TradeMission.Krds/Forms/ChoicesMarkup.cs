using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Content;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

/// <summary>Several radios or checkboxes under one name. The first has the field's own id, so that the error summary leads to it.</summary>
internal static class ChoicesMarkup
{
    public static IHtmlContent Render(ChoicesOptions choices)
    {
        var field = choices.Field;
        var css = (choices.Look, choices.Type) switch
        {
            ("segmented", _) => "seg",
            ("choices", _) => "choices",
            (_, "checkbox") => "checks",
            _ => "krds-check-area",
        };
        var group = Element.Create("div", css)
            .With("role", choices.Type == "radio" ? "radiogroup" : "group")
            .With("aria-labelledby", field.LabelId)
            .With("aria-describedby", field.DescribedBy);
        if (choices.Type == "radio")
            group.With("aria-invalid", field.Error is null ? null : "true").With("aria-required", field.Required ? "true" : null);

        for (var i = 0; i < choices.Choices.Count; i++)
            Add(group, choices, choices.Choices[i], i == 0 ? field.Id : $"{field.Id}-{i + 1}");

        return FieldMarkup.RenderGroup(field, group);
    }

    private static void Add(TagBuilder group, ChoicesOptions choices, Choice choice, string id)
    {
        var isList = choices.Look == "list";
        var input = Element.Void("input", isList ? null : "sr-only")
            .With("type", choices.Type)
            .With("id", id)
            .With("name", choices.Field.Name)
            .With("value", choice.Value)
            .When(choice.Checked, "checked")
            .When(choice.Disabled, "disabled")
            .When(choices.Field.Required && choices.Type == "radio", "required")
            .With(choices.Field.Attributes);
        var icon = choice.Icon is { Length: > 0 } name ? IconMarkup.Render(name) : null;
        var label = Element.Create("label", null, icon, choice.Text).With("for", id);
        if (isList)
        {
            // A bare checkbox or radio is invisible in this design system: it is drawn before its label.
            group.Add(Element.Create("div", "krds-form-check large", input, label));
        }
        else
        {
            group.Add(input).Add(label);
        }
    }
}
