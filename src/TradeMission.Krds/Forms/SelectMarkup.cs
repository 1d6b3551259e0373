using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Html;

namespace TradeMission.Krds.Forms;

internal static class SelectMarkup
{
    public static IHtmlContent Render(SelectOptions select)
    {
        var control = Element.Create("select", $"krds-form-select {select.Size}")
            .Class(select.HasChoice ? "completed" : null)
            .Class(select.Field.Error is null ? null : "is-error")
            .Describe(select.Field)
            .With(select.Field.Attributes);
        return FieldMarkup.Render(select.Field, OptionsMarkup.Fill(control, select.Items, select.Chosen, select.Empty));
    }
}
