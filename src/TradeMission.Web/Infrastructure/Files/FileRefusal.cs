namespace TradeMission.Web.Infrastructure.Files;

/// <summary>Why a file is not taken.</summary>
/// <param name="Key">Of the text that says it.</param>
public sealed record FileRefusal(string Key, params object?[] Arguments)
{
    public static readonly FileRefusal Empty = new("Files.Empty");

    public static readonly FileRefusal TooLarge = new("Files.TooLarge", FileLimits.LargestInMegabytes);

    public static readonly FileRefusal NotAllowed = new("Files.NotAllowed");

    public static readonly FileRefusal Macros = new("Files.Macros");

    public static readonly FileRefusal Encrypted = new("Files.Encrypted");

    public static readonly FileRefusal Damaged = new("Files.Damaged");

    public static readonly FileRefusal Bomb = new("Files.Bomb");

    public string Message => Texts.Get(Key, Arguments);

    /// <summary>The name ends in one way and the content is another.</summary>
    public static FileRefusal Lies(string extension, FileKind actual) => new("Files.Lies", extension, Texts.Of(actual));

    /// <summary>The content is nothing that the name promises, nor anything else that is taken.</summary>
    public static FileRefusal IsNot(FileKind claimed) => new("Files.IsNot", Texts.Of(claimed));
}
