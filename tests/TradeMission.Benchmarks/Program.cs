using BenchmarkDotNet.Running;
using TradeMission.Benchmarks;

// dotnet run -c Release --project tests/TradeMission.Benchmarks [-- portal|deals|load|imports|micro …]; docs/performance.md says what each measures.
return args switch
{
    [] or ["portal", ..] => await PortalRun.RunAsync(Arguments.Of(args)),
    ["deals", ..] => await DealRun.RunAsync(Arguments.Of(args)),
    ["load", ..] => await LoadRun.RunAsync(Arguments.Of(args)),
    ["imports", ..] => await ImportRun.RunAsync(Arguments.Of(args)),
    ["micro", ..] => BenchmarkRunner.Run<TextBenchmarks>(args: args[1..]).HasCriticalValidationErrors ? 1 : 0,
    ["serve", ..] => await ServedPortal.ServeAsync(args[1..]),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Commands: portal [--data folder] [--quick], deals [--data folder] [--quick], load --url … --user … --password … [--clients 8] [--requests 2000], imports [--data folder] [--rows 10000], micro");
    return 1;
}
