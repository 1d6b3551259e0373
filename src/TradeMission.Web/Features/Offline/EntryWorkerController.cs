using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Offline;

/// <summary>
/// The service worker of the entry pages: js/offline/worker.js, preceded by what it stores. Any change of a file or of the portal changes its version, so that browsers fetch all of it anew.
/// </summary>
[Route("offline/worker.js")]
public sealed class EntryWorkerController(IWebHostEnvironment host) : TradeController
{
    private const string Worker = "js/offline/worker.js";

    private static readonly string[] Folders = ["js", "lib/idb", "lib/krds/fonts", "lib/krds/img"];

    private static readonly string[] Files =
    [
        "css/portal.css", "favicon.svg", "lib/krds/css/token/krds_tokens.css", "lib/krds/css/component/output.css", "_content/TradeMission.Krds/krds.js",
    ];

    [HttpGet("")]
    [ResponseCache(NoStore = true)]
    public async Task<IActionResult> Script(CancellationToken cancellation)
    {
        var assets = Files.Concat(Folders.SelectMany(Under)).Where(file => file != Worker).Distinct().Order(StringComparer.Ordinal).ToList();
        var version = await VersionAsync(assets.Append(Worker), cancellation);
        var release = JsonSerializer.Serialize(new { version, assets = assets.Select(file => "/" + file) }, JsonSerializerOptions.Web);
        Response.Headers["Service-Worker-Allowed"] = "/missions/";
        return Content($"self.release = {release};\n{await ReadAsync(Worker, cancellation)}", "text/javascript", Encoding.UTF8);
    }

    private IEnumerable<string> Under(string folder) => host.WebRootFileProvider.GetDirectoryContents(folder)
        .Where(file => Path.GetExtension(file.Name) is not (".gz" or ".br"))
        .SelectMany(file => file.IsDirectory ? Under($"{folder}/{file.Name}") : [$"{folder}/{file.Name}"]);

    /// <summary>Of all files and of the portal itself, which writes the page.</summary>
    private async Task<string> VersionAsync(IEnumerable<string> files, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(typeof(EntryWorkerController).Module.ModuleVersionId.ToByteArray());
        foreach (var file in files)
        {
            await using var stream = Open(file);
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(await SHA256.HashDataAsync(stream, cancellation));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private async Task<string> ReadAsync(string file, CancellationToken cancellation)
    {
        using var reader = new StreamReader(Open(file));
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <exception cref="FileNotFoundException">The list names a file that the portal does not have.</exception>
    private Stream Open(string file) => host.WebRootFileProvider.GetFileInfo(file) is { Exists: true } found ? found.CreateReadStream() : throw new FileNotFoundException(null, file);
}
