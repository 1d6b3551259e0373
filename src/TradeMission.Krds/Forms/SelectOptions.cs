using Microsoft.AspNetCore.Mvc.Rendering;

namespace TradeMission.Krds.Forms;

/// <param name="Chosen">The values chosen; null leaves it to the items.</param>
/// <param name="Empty">Text of the choice that stands for none.</param>
internal sealed record SelectOptions(FieldOptions Field, string Size, IReadOnlyList<SelectListItem> Items, ICollection<string>? Chosen, string? Empty)
{
    public bool HasChoice => Items.Any(item => OptionsMarkup.IsChosen(item, Chosen));
}
