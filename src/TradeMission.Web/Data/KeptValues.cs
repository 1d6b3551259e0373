using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data;

/// <summary>What a deleted record held, column by column; a value with parts as Value.Amount. What is null or follows from the rest is left out.</summary>
public sealed record KeptValues(string Record, long Id, int Version, Dictionary<string, JsonElement> Values)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>As it is stored: a deletion may have begun to change it.</summary>
    public static KeptValues Of(EntityEntry entry)
    {
        var values = new Dictionary<string, JsonElement>();
        foreach (var property in entry.Properties.Where(property => !IsItsOwn(property.Metadata.Name)))
        {
            Add(property.Metadata.Name, property);
        }

        foreach (var complex in entry.ComplexProperties)
        {
            // What was not there has no original value of its own; its required texts tell, since its numbers read as 0.
            var parts = complex.Properties.ToList();
            if (parts.TrueForAll(part => part.Metadata.IsNullable || part.OriginalValue is not null))
            {
                parts.ForEach(part => Add($"{complex.Metadata.Name}.{part.Metadata.Name}", part));
            }
        }

        var record = (Entity)entry.Entity;
        return new KeptValues(AuditTrail.NameOf(entry.Metadata.ClrType), record.Id, record.Version, values);

        void Add(string name, PropertyEntry property)
        {
            if (property.OriginalValue is { } value)
            {
                values[name] = JsonSerializer.SerializeToElement(value, property.Metadata.ClrType, Json);
            }
        }
    }

    public static string Write(IEnumerable<KeptValues> records) => JsonSerializer.Serialize(records, Json);

    public static List<KeptValues> Read(string content) => JsonSerializer.Deserialize<List<KeptValues>>(content, Json) ?? [];

    /// <summary>The value of a column as the model has it; null where there was none.</summary>
    public object? Find(string name, Type type) => Values.TryGetValue(name, out var value) ? value.Deserialize(type, Json) : null;

    private static bool IsItsOwn(string column) => column is nameof(Entity.Id) or nameof(Entity.Version) or DerivedText.SearchText || DerivedText.IsKey(column);
}
