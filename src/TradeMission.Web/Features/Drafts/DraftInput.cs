namespace TradeMission.Web.Features.Drafts;

/// <summary>What a form holds, as its page sends it.</summary>
/// <param name="Address">The form's path.</param>
/// <param name="Fields">Names with their values, in the order of the form.</param>
public sealed record DraftInput(string? Address, IReadOnlyList<IReadOnlyList<string?>>? Fields)
{
    public const int MostFields = 500;

    /// <summary>Of all names and values together.</summary>
    public const int LongestContent = 100_000;

    /// <summary>Whether it can be a form of this portal.</summary>
    public bool IsSensible => Address is ['/', not '/', ..] and { Length: <= Data.FormDraft.LongestAddress } && Fields is { Count: > 0 and <= MostFields }
        && Fields.All(pair => pair is [not null, not null]) && Fields.Sum(pair => pair[0]!.Length + pair[1]!.Length) <= LongestContent;

    /// <summary>Without what is nobody's typing or must not lie about.</summary>
    public IReadOnlyList<IReadOnlyList<string?>> Kept =>
        [.. Fields!.Where(pair => pair[0] is not ("__RequestVerificationToken" or DraftFilter.Field) && !pair[0]!.Contains("password", StringComparison.OrdinalIgnoreCase))];
}
