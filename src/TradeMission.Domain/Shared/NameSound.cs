namespace TradeMission.Domain.Shared;

/// <summary>How a firm's <see cref="NameKey"/> sounds, so that a name in Hangul meets the same name in Latin letters. Within one script the key itself is what is compared.</summary>
/// <param name="IsHangul">In which of the two scripts it is written.</param>
/// <param name="Ways">As it may sound: Korean syllables by themselves, or as they are spoken together.</param>
public sealed record NameSound(bool IsHangul, IReadOnlyList<string> Ways)
{
    /// <summary>What is shorter sounds like too much else.</summary>
    private const int Shortest = 4;

    /// <summary>Null for a name in another script, in several, or too short to be told by its sound.</summary>
    public static NameSound? Of(string? nameKey)
    {
        if (string.IsNullOrEmpty(nameKey))
        {
            return null;
        }

        var sound = nameKey.All(Hangul.IsSyllable)
            ? new NameSound(true, [.. new[] { Romanised.SoundOfHangul(nameKey, assimilated: false), Romanised.SoundOfHangul(nameKey, assimilated: true) }.Distinct()])
            : nameKey.All(char.IsAsciiLetter) ? new NameSound(false, [Romanised.SoundOfLatin(nameKey)]) : null;
        return sound is null || sound.Ways.Any(way => way.Length < Shortest) ? null : sound;
    }

    /// <summary>Whether the two are one name in two scripts.</summary>
    public bool IsLike(NameSound? other) => other is not null && other.IsHangul != IsHangul && Ways.Intersect(other.Ways).Any();
}
