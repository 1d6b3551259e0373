using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Krds.Forms;

internal static class FieldError
{
    /// <summary>A value that could not be converted may carry an exception instead of words.</summary>
    public static string Text(ModelError error, KrdsTexts texts) =>
        string.IsNullOrEmpty(error.ErrorMessage) ? texts[KrdsText.ValueIsInvalid] : error.ErrorMessage;
}
