using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace TradeMission.Krds.Forms;

/// <summary>Model state keeps its keys by the alphabet; people read errors in the order of the form, which is the order of its properties.</summary>
internal static class FieldOrder
{
    public static IEnumerable<(string Key, ModelStateEntry Entry)> Of(ModelStateDictionary state, ModelMetadata metadata)
    {
        var places = new Dictionary<ModelStateEntry, int>(ReferenceEqualityComparer.Instance);
        Visit(state.Root, metadata, places);
        return
            from pair in state
            let entry = pair.Value
            where entry is not null
            orderby places.GetValueOrDefault(entry, int.MaxValue)
            select (pair.Key, entry);
    }

    private static void Visit(ModelStateEntry entry, ModelMetadata metadata, Dictionary<ModelStateEntry, int> places)
    {
        places.TryAdd(entry, places.Count);
        if (entry.Children is not { Count: > 0 } children)
            return;

        foreach (var property in metadata.Properties)
        {
            if (property.PropertyName is { } name && entry.GetModelStateForProperty(name) is { } child)
                Visit(child, property, places);
        }

        // Items of a list, and fields of which this model knows nothing.
        foreach (var child in children.Where(child => !places.ContainsKey(child)))
            Visit(child, metadata.ElementMetadata ?? metadata, places);
    }
}
