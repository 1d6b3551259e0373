using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Features.Reports;

/// <summary>
/// The one way that a record is written down for good: properties in the order of their names (<c>format</c> first), decimals as texts without trailing zeros,
/// days and UTC moments as ISO writes them, enums by name, no white space. Whatever property a record gains comes along; a document that lacks it is still read.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(null, false), new DecimalText(), new UtcMoment() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Arrange } },
    };

    public static string Write<TRecord>(TRecord record) => SearchText.Composed(JsonSerializer.Serialize(record, Options));

    /// <exception cref="JsonException">It is no such document.</exception>
    public static TRecord Read<TRecord>(string text) => JsonSerializer.Deserialize<TRecord>(text, Options) ?? throw new JsonException("Nothing is written there");

    private static void Arrange(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var properties = type.Properties.OrderBy(property => property.Name != "format").ThenBy(property => property.Name, StringComparer.Ordinal).ToList();
        for (var place = 0; place < properties.Count; place++)
        {
            properties[place].Order = place;
            properties[place].IsRequired = false;
        }

        var fillable = properties.Where(property => property is { Get: not null, Set: not null, IsSetNullable: false } && !property.PropertyType.IsValueType).ToList();
        if (fillable.Count > 0)
        {
            type.OnDeserialized = record => Fill(record, fillable);
        }
    }

    /// <summary>What the document does not know yet is empty: pages go through lists without asking whether they are there.</summary>
    private static void Fill(object record, List<JsonPropertyInfo> properties)
    {
        foreach (var property in properties.Where(property => property.Get!(record) is null))
        {
            property.Set!(record, EmptyOf(property.PropertyType));
        }
    }

    private static object? EmptyOf(Type type) => type == typeof(string)
        ? ""
        : JsonSerializer.Deserialize(typeof(IEnumerable).IsAssignableFrom(type) && !IsMap(type) ? "[]" : "{}", type, Options);

    private static bool IsMap(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() is var map
        && (map == typeof(IReadOnlyDictionary<,>) || map == typeof(IDictionary<,>) || map == typeof(Dictionary<,>));

    /// <summary>As texts, since readers of JSON take numbers for binary ones.</summary>
    private sealed class DecimalText : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            decimal.Parse(reader.GetString()!, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("0.############################", CultureInfo.InvariantCulture));
    }

    private sealed class UtcMoment : JsonConverter<DateTime>
    {
        public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTime.Parse(reader.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

        public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
