using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

/// <summary>Binds a field to a property of the form: its names, its rules, what was typed and what was wrong with it.</summary>
public abstract class FieldTagHelper(FieldServices services) : KrdsTagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>Instead of the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>Instead of the property's description; empty for none.</summary>
    public string? Hint { get; set; }

    /// <summary>Beside the label, instead of the mark of an optional field; empty for none.</summary>
    public string? Note { get; set; }

    public bool Span2 { get; set; }

    private protected KrdsTexts Texts => services.Texts;

    private protected string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    /// <summary>What was sent in for this field, if anything was.</summary>
    private protected ModelStateEntry? Sent => ViewContext.ViewData.ModelState.GetValueOrDefault(FullName);

    /// <param name="marksOptional">Whether a field that may stay empty says so.</param>
    private protected FieldOptions ReadField(TagHelperOutput output, bool marksOptional)
    {
        var attributes = PassedAttributes.Read(output);
        var rules = ReadRules();
        var required = rules.ContainsKey("data-val-required");
        var closed = attributes.ContainsKey("disabled") || attributes.ContainsKey("readonly");
        var id = attributes.Remove("id", out var givenId)
            ? givenId
            : TagBuilder.CreateSanitizedId(FullName, services.Generator.IdAttributeDotReplacement);
        var name = attributes.Remove("name", out var givenName) ? givenName : FullName;
        return new(
            id,
            name,
            Label ?? For.Metadata.GetDisplayName(),
            Note ?? (marksOptional && !required && !closed ? Texts[KrdsText.Optional] : null),
            (Hint ?? For.Metadata.Description) is { Length: > 0 } hint ? hint : null,
            ReadError(),
            required,
            Span2)
        {
            Attributes = attributes,
        };
    }

    /// <summary>The longest text that the rules allow.</summary>
    private protected int? ReadMaxLength()
    {
        var rules = ReadRules();
        return Limit(rules, "data-val-length-max") ?? Limit(rules, "data-val-maxlength-max");
    }

    /// <summary>The values chosen so far, as sent or else as stored; null when there are none.</summary>
    private protected ICollection<string>? ReadChosen(bool several) =>
        services.Generator.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, several);

    /// <summary>The rules as the validators tell them to a browser: the one place where every kind of validator tells them.</summary>
    private Dictionary<string, string> ReadRules()
    {
        var rules = new Dictionary<string, string>();
        services.Validation.AddValidationAttributes(ViewContext, For.ModelExplorer, rules);
        return rules;
    }

    private string? ReadError() => Sent is { Errors: [var first, ..] } ? FieldError.Text(first, Texts) : null;

    private static int? Limit(Dictionary<string, string> rules, string name) =>
        rules.TryGetValue(name, out var limit) && int.TryParse(limit, CultureInfo.InvariantCulture, out var length) && length < int.MaxValue
            ? length
            : null;
}
