using System.Diagnostics.CodeAnalysis;

namespace TradeMission.Web.Infrastructure.Files;

/// <summary>What a look into a file found.</summary>
/// <param name="Name">Fit to be shown.</param>
/// <param name="Kind">Null where it is refused.</param>
/// <param name="Refusal">Null where it is taken.</param>
public sealed record FileFinding(string Name, FileKind? Kind, FileRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Kind))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsTaken => Refusal is null;

    /// <summary>Null where it is refused.</summary>
    public string? ContentType => Kind?.ContentType();
}
