using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Features.Imports;

/// <summary>What a draft and an import keep of a spreadsheet.</summary>
public sealed record ImportContent
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The unit of each column of amounts, by the column's name.</summary>
    public Dictionary<string, ImportUnit> Units { get; init; } = [];

    /// <summary>Letters of the columns in the file, by the column's name; what the file does not have is missing.</summary>
    public Dictionary<string, string> Letters { get; init; } = [];

    /// <summary>Headings that name no column: what stands below them is not taken.</summary>
    public List<string> Unknown { get; init; } = [];

    /// <summary>Which record is meant by a name that may be one of several: an id, or <see cref="New"/>.</summary>
    public Dictionary<string, string> Choices { get; init; } = [];

    public required List<ImportRow> Rows { get; init; }

    /// <summary>Of <see cref="Choices"/>: none of those that are there.</summary>
    public const string New = "new";

    public static ImportContent Read(string json) => JsonSerializer.Deserialize<ImportContent>(json, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <summary>The same for the same cells, whatever kind of file holds them and however their letters are composed.</summary>
    public string Fingerprint(string about)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(about));
        foreach (var row in Rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Join('\u001f', row.Cells.Select(SearchText.Composed)) + '\u001e'));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
