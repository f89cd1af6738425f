using Snug.Bench;

// Times a server that runs in a process of its own. Everything stays on this machine's loopback and ends by itself.
return args switch
{
    ["idle", var server] => await IdlePolls.RunAsync(server),
    ["crowd", var server] => await WaitingCrowd.RunAsync(server, 10_000),
    ["crowd", var server, var readers] => await WaitingCrowd.RunAsync(server, int.Parse(readers, System.Globalization.CultureInfo.InvariantCulture)),
    ["many", var server, var database] => await ManyServers.RunAsync(server, database),
    ["baseline"] => await Baseline.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: bench/run idle|crowd|many");
    return 2;
}
