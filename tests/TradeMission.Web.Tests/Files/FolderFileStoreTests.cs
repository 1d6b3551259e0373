using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure.Files;

namespace TradeMission.Web.Tests.Files;

public sealed class FolderFileStoreTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("trademission-files-").FullName;
    private readonly IFileStore store;

    public FolderFileStoreTests() => store = Store("kept");

    public void Dispose() => Directory.Delete(root, true);

    [Fact]
    public async Task Save_ThenRead_GivesTheSameBytes()
    {
        var content = RandomNumberGenerator.GetBytes(200_001);

        var stored = (await store.SaveAsync(new MemoryStream(content), CancellationToken.None))!;

        Assert.Equal(content.Length, stored.Size);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), stored.Sha256);
        await using var read = (await store.OpenReadAsync(stored.Name, CancellationToken.None))!;
        using var copy = new MemoryStream();
        await read.CopyToAsync(copy);
        Assert.Equal(content, copy.ToArray());
    }

    [Fact]
    public async Task Save_Twice_GivesTwoNames()
    {
        var one = await store.SaveAsync(new MemoryStream([1]), CancellationToken.None);
        var other = await store.SaveAsync(new MemoryStream([1]), CancellationToken.None);

        Assert.NotEqual(one!.Name, other!.Name);
        Assert.Equal([Path.Combine("kept", one.Name[..2], one.Name[2..4], one.Name), Path.Combine("kept", other.Name[..2], other.Name[2..4], other.Name)],
            Files().OrderBy(file => !file.EndsWith(one.Name, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Save_TooLong_StopsAndLeavesNothing()
    {
        var endless = new Endless(long.MaxValue);

        Assert.Null(await store.SaveAsync(endless, CancellationToken.None));

        Assert.Empty(Files());
        Assert.InRange(endless.Given, FileLimits.Largest, FileLimits.Largest + 1_000_000);
    }

    [Fact]
    public async Task Save_JustNotTooLong_IsTaken() => Assert.Equal(FileLimits.Largest, (await store.SaveAsync(new Endless(FileLimits.Largest), CancellationToken.None))!.Size);

    [Fact]
    public async Task Save_SourceBreaksOff_LeavesNothing()
    {
        await Assert.ThrowsAsync<IOException>(() => store.SaveAsync(new Endless(1_000_000, breaks: true), CancellationToken.None));

        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef\n")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("..0123456789abcdef0123456789abcd")]
    public async Task OtherNames_AreNoFiles(string name)
    {
        await File.WriteAllTextAsync(Path.Combine(root, "secret"), "x");

        Assert.Null(await store.OpenReadAsync(name, CancellationToken.None));
        await store.DeleteAsync(name, CancellationToken.None);
        Assert.Equal(["secret"], Files());
    }

    [Fact]
    public async Task Delete_RemovesTheFile_AndMayBeRepeated()
    {
        var stored = (await store.SaveAsync(new MemoryStream([1]), CancellationToken.None))!;

        await store.DeleteAsync(stored.Name, CancellationToken.None);
        await store.DeleteAsync(stored.Name, CancellationToken.None);

        Assert.Null(await store.OpenReadAsync(stored.Name, CancellationToken.None));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData("wwwroot")]
    [InlineData("wwwroot/files")]
    [InlineData("App_Data/../wwwroot/files")]
    [InlineData("WWWROOT/files/")]
    [InlineData(" ")]
    public void Folder_ThatWouldBeServed_EndsTheStart(string folder)
    {
        var wrong = Assert.Throws<SetupException>(() => Store(folder));

        Assert.StartsWith("Files:Folder", wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Fact]
    public void Folder_NamedLikeTheWebRoot_IsAllowed() => Assert.NotNull(Store("wwwroot-files"));

    private IFileStore Store(string folder)
    {
        var environment = Mock.Of<IWebHostEnvironment>(host => host.ContentRootPath == root && host.WebRootPath == Path.Combine(root, "wwwroot"));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Files:Folder"] = folder }).Build();
        var services = new ServiceCollection().AddSingleton<IHostEnvironment>(environment).AddFiles(configuration, environment);
        return services.BuildServiceProvider().GetRequiredService<IFileStore>();
    }

    private IEnumerable<string> Files() => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file));
}
