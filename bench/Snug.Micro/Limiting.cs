using BenchmarkDotNet.Attributes;
using Snug.Server.Talk;

namespace Snug.Micro;

/// <summary>Who asks, and whether they may: part of every request.</summary>
public class Limiting
{
    private readonly RateLimit limit = new(TimeProvider.System, burst: 1_000_000, perSecond: 1e12);
    private readonly string token = Tokens.Create();
    private QuietServer server = null!;
    private Sessions sessions = null!;

    [GlobalSetup]
    public async Task SetUp()
    {
        server = new();
        sessions = server.Service<Sessions>();
        await server.EnterAsync("cindy", token);
    }

    [GlobalCleanup]
    public async Task CleanUp() => await server.DisposeAsync();

    [Benchmark]
    public bool FindSessionOfToken() => sessions.Find(token) is null;

    [Benchmark]
    public bool TakePermission() => limit.TryTake() is null;
}
