using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace TradeMission.Web.Features.Merging;

/// <summary>What a merge did, step by step.</summary>
public sealed record MergeWork(IReadOnlyList<MergeWork.Move> Moves, IReadOnlyList<MergeWork.Change> Changes)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), Converters = { new JsonStringEnumConverter() } };

    /// <summary>Records that hung on one and now hang on the other.</summary>
    public sealed record Move(string Record, string Field, long From, long To, IReadOnlyList<long> Ids);

    /// <summary>A column of one of the two firms.</summary>
    public sealed record Change(long Firm, string Column, JsonElement From, JsonElement To);

    public static MergeWork Read(string text) => JsonSerializer.Deserialize<MergeWork>(text, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static JsonElement Kept(object? value) => JsonSerializer.SerializeToElement(value, Json);

    public static object? Restored(JsonElement kept, Type type) => kept.Deserialize(type, Json);
}
