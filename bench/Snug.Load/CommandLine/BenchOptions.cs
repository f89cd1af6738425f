using System.Net;
using System.Net.Sockets;
using Snug.Load.Counting;
using Snug.Load.Protocols;
using Snug.Load.Protocols.Http;

namespace Snug.Load.CommandLine;

/// <summary>What the command line asks for.</summary>
internal sealed record BenchOptions
{
    public required Scenario Scenario { get; init; }

    /// <summary>The host of the server, by name or number.</summary>
    public required string Host { get; init; }

    public required int Port { get; init; }

    /// <summary>Over the HTTP API, not the line protocol.</summary>
    public bool IsHttp { get; init; }

    /// <summary>Seconds that readers wait for news over HTTP; 0 where they poll.</summary>
    public int Wait { get; init; }

    /// <summary>Looks for the most that readers can be given, in place of one pace.</summary>
    public bool LooksForMost { get; init; }

    /// <summary>The server's processes; none where they are to be found by its port.</summary>
    public IReadOnlyCollection<int> Processes { get; init; } = [];

    public bool WantsJson { get; init; }

    public string Address => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";

    public IProtocol Speak(Marks marks) => IsHttp
        ? new HttpProtocol(Address, marks.Run, Scenario.Clients, Scenario.Rooms, Wait)
        : new LineProtocol(marks.Run, Scenario.Clients);

    /// <exception cref="LoadException">There is no such host.</exception>
    public IPEndPoint Resolve()
    {
        try
        {
            return new(Dns.GetHostAddresses(Host).First(address => address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6), Port);
        }
        catch (Exception unknown) when (unknown is SocketException or InvalidOperationException)
        {
            throw new LoadException($"there is no host {Host}");
        }
    }
}
