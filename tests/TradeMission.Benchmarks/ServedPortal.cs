using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using TradeMission.Web.Data;

namespace TradeMission.Benchmarks;

/// <summary>The portal as its users have it, in a process of its own: Kestrel on loopback, Production settings, everything switched on.</summary>
internal sealed class ServedPortal : IAsyncDisposable
{
    private readonly Process process;

    private ServedPortal(Process process, Uri address)
    {
        this.process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Processor time that the portal has spent so far.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public long MemoryMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Starts it and waits for its sign-in page.</summary>
    /// <param name="published">The folder of a published portal; null for the one that was built with this program.</param>
    public static async Task<ServedPortal> StartAsync(string database, string? published = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] program = published is null ? Built : [Path.Combine(published, "TradeMission.Web.dll"), $"--contentRoot={published}"];
        var start = new ProcessStartInfo("dotnet", [.. program, $"--urls={address}"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = published is null ? typeof(ServedPortal).Assembly.GetName().Name : null,
                [$"ConnectionStrings__{DatabaseSetup.ConnectionName}"] = $"Data Source={database}",
                ["Portal__PublicUrl"] = address.ToString(),
                ["Logging__Folder"] = Path.Combine(Path.GetDirectoryName(database)!, "logs"),
                ["Mail__Folder"] = Path.Combine(Path.GetDirectoryName(database)!, "mail"),
            },
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The portal did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var portal = new ServedPortal(process, address);
        await portal.AnswersAsync();
        return portal;
    }

    /// <summary>In the portal's own process: its entry point, as `dotnet TradeMission.Web.dll` runs it.</summary>
    public static async Task<int> ServeAsync(string[] args) =>
        typeof(TradeDbContext).Assembly.EntryPoint!.Invoke(null, [args]) is Task<int> main ? await main : 0;

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        while (!process.HasExited)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri("/account/sign-in", UriKind.Relative));
                answer.EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException refused) when (refused.StatusCode is null)
            {
                await Task.Delay(5);
            }
        }

        throw new InvalidOperationException($"The portal ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Repository { get; } = RepositoryOf();

    /// <summary>In this program's process, for the address that only the measured portal has, with the product's own runtime settings.</summary>
    private static string[] Built =>
    [
        "exec", "--runtimeconfig", Path.ChangeExtension(typeof(TradeDbContext).Assembly.Location, ".runtimeconfig.json"), typeof(ServedPortal).Assembly.Location, "serve",
        $"--contentRoot={Path.Combine(Repository, "src", "TradeMission.Web")}", "--applicationName=TradeMission.Web",
    ];

    private static string RepositoryOf([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));
}
