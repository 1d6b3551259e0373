using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;

namespace TradeMission.Krds.Forms;

/// <summary>What a field asks of the framework.</summary>
public sealed class FieldServices(IHtmlGenerator generator, ValidationHtmlAttributeProvider validation, IOptions<KrdsTexts> texts)
{
    internal IHtmlGenerator Generator => generator;

    internal ValidationHtmlAttributeProvider Validation => validation;

    internal KrdsTexts Texts => texts.Value;
}
