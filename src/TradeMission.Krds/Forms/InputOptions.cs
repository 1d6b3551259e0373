namespace TradeMission.Krds.Forms;

internal sealed record InputOptions(FieldOptions Field, string Type, string Size, string? Value)
{
    public string? InputMode { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Figures stand to the right.</summary>
    public bool IsNumber { get; init; }
}
