namespace TradeMission.Web.Infrastructure.Files;

/// <param name="Name">Made by the store; it says nothing about the content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 hexadecimal digits in small letters.</param>
public sealed record StoredFile(string Name, long Size, string Sha256);
