using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

/// <summary>The frame around a control: label, hint, control, error.</summary>
internal static class FieldMarkup
{
    public static IHtmlContent Render(FieldOptions field, IHtmlContent control) =>
        Group(field, Title(field, Element.Create("label", null, field.Label).With("for", field.Id)), control);

    /// <summary>For several controls under one name: the design system hides every <c>legend</c>, so a visible text names the group.</summary>
    public static IHtmlContent RenderGroup(FieldOptions field, IHtmlContent controls) =>
        Group(field, Title(field, Element.Create("span", "lab", field.Label).With("id", field.LabelId)), controls);

    /// <summary>For a control that carries its label itself.</summary>
    public static IHtmlContent RenderBare(FieldOptions field, IHtmlContent control) => Group(field, null, control);

    /// <summary>Says to assistive technology what the frame says to the eye.</summary>
    public static TagBuilder Describe(this TagBuilder control, FieldOptions field) =>
        control
            .With("id", field.Id)
            .With("name", field.Name)
            .With("aria-describedby", field.DescribedBy)
            .With("aria-invalid", field.Error is null ? null : "true")
            .When(field.Required, "required");

    private static TagBuilder Group(FieldOptions field, TagBuilder? title, IHtmlContent control) =>
        Element.Create(
            "div",
            field.Span2 ? "form-group span2" : "form-group",
            title,
            field.Hint is { } hint ? Element.Create("p", "form-hint", hint).With("id", field.HintId) : null,
            Element.Create("div", field.Error is null ? "form-conts" : "form-conts is-error", control),
            field.Error is { } error ? Element.Create("p", "form-hint-invalid", error).With("id", field.ErrorId) : null);

    private static TagBuilder Title(FieldOptions field, TagBuilder name) =>
        Element.Create("div", "form-tit", name, string.IsNullOrEmpty(field.Note) ? null : Element.Create("small", null, field.Note));
}
