using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>Several servers of one chat, each a process of its own that may be killed, held up and started again.</summary>
internal sealed class ServerFleet : IAsyncDisposable
{
    private int names;

    private ServerFleet(IEnumerable<FleetServer> servers) => Servers = [.. servers];

    public IReadOnlyList<FleetServer> Servers { get; }

    /// <summary>Those that run.</summary>
    public IReadOnlyList<FleetServer> Running => [.. Servers.Where(server => server.Url is not null)];

    /// <summary>Starts all of them at once over an address of a database.</summary>
    public static async Task<ServerFleet> StartAsync(int servers, string database, params string[] more)
    {
        var fleet = new ServerFleet(Enumerable.Range(0, servers).Select(_ => new FleetServer(["--database", database, .. more])));
        try
        {
            await Task.WhenAll(fleet.Servers.Select(server => server.StartAsync()));
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    /// <summary>The one server that a folder can have.</summary>
    public static async Task<ServerFleet> StartAloneAsync(string data)
    {
        var fleet = new ServerFleet([new FleetServer(["--data", data])]);
        await fleet.Servers[0].StartAsync();
        return fleet;
    }

    /// <summary>Any one that runs; null when none does.</summary>
    public FleetServer? Pick(Random random)
    {
        var running = Running;
        return running.Count == 0 ? null : running[random.Next(running.Count)];
    }

    /// <summary>Somebody comes in at one server.</summary>
    public Task<ChatUser> EnterAsync(int server, string name, string? password = null) => ChatUser.EnterAsync(Servers[server].Url!, name, password);

    /// <summary>Somebody comes in at one server whom no other test has met.</summary>
    public Task<ChatUser> EnterNewAsync(int server) => EnterAsync(server, NewName());

    /// <summary>A name that no other test has used.</summary>
    public string NewName() => $"person{Interlocked.Increment(ref names)}";

    /// <summary>The same person, with the same session, at another server.</summary>
    public ChatUser At(int server, ChatUser person) => new(Servers[server].Url!, person.Token) { Next = person.Next };

    /// <summary>Somebody who has not come in yet, at one server.</summary>
    public ChatUser Stranger(int server) => new(Servers[server].Url!);

    /// <summary>A line client of one server, not yet named.</summary>
    public Task<LineSocket> ConnectAsync(int server) => LineSocket.ConnectAsync(Servers[server].LinePort);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers) await server.DisposeAsync();
    }
}
