using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Krds.Forms;

/// <summary>
/// The control that fits a property when the page does not say. Numbers are text with the right keyboard, since browsers change what is
/// typed into number fields.
/// </summary>
internal sealed record InputKind(string Type, string? InputMode = null)
{
    public bool IsNumber => InputMode is not null;

    public static InputKind Of(ModelMetadata metadata)
    {
        var type = metadata.UnderlyingOrModelType;
        return metadata.DataTypeName switch
        {
            "Password" => new("password"),
            "EmailAddress" => new("email"),
            "PhoneNumber" => new("tel"),
            "Url" => new("url"),
            "Date" => new("date"),
            "Time" => new("time"),
            _ when type == typeof(DateOnly) => new("date"),
            _ when type == typeof(TimeOnly) => new("time"),
            _ when type == typeof(DateTime) || type == typeof(DateTimeOffset) => new("datetime-local"),
            _ when typeof(IFormFile).IsAssignableFrom(type) || metadata.ElementType == typeof(IFormFile) => new("file"),
            _ when type == typeof(int) || type == typeof(long) || type == typeof(short) || type == typeof(byte) => new("text", "numeric"),
            _ when type == typeof(decimal) || type == typeof(double) || type == typeof(float) => new("text", "decimal"),
            _ => new("text"),
        };
    }
}
