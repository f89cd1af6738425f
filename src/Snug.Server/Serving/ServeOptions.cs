using System.Net;
using Snug.Protocol;
using Snug.Server.Talk;

namespace Snug.Server.Serving;

/// <summary>How the operator wants the server to run.</summary>
internal sealed record ServeOptions
{
    /// <summary>Where the line protocol is spoken; null closes that door.</summary>
    public IPEndPoint? Line { get; init; } = new(IPAddress.Loopback, LineProtocol.DefaultPort);

    public IPEndPoint Http { get; init; } = new(IPAddress.Loopback, 8080);

    /// <summary>Where the HTTP door is reached from outside, such as <c>https://chat.example.org</c>; null for the address it listens on.</summary>
    public string? Url { get; init; }

    /// <summary>The connection string of the PostgreSQL database that the chat is kept in; null for the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>The folder that everything is kept in, or with a database what is this server's own; null, which a database allows, for one that goes with the server.</summary>
    public string? Data { get; init; } = DefaultData;

    /// <summary>The folder for the files that people send, which all servers of a chat may share; null for the database, or where there is none the data folder.</summary>
    public string? Uploads { get; init; }

    public const string DefaultData = "data";

    /// <summary>The files of the page by their addresses; null for those that the program carries.</summary>
    public IReadOnlyDictionary<string, byte[]>? Page { get; init; }

    /// <summary>The most code points of a message over the line protocol.</summary>
    public int LineLimit { get; init; } = LineProtocol.DefaultMessageLimit;

    /// <summary>The most code points of a message over HTTP.</summary>
    public int MessageLimit { get; init; } = 4_000;

    /// <summary>Who may enter.</summary>
    public Access Access { get; init; } = Access.Open;

    /// <summary>The PEM file of the certificate and its chain, or <c>self</c>; null for no TLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>The PEM file of the certificate's key, where it is not in the same file.</summary>
    public string? Key { get; init; }

    /// <summary>Whose word on a client's address and scheme is taken. Nobody's, unless named.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether comings and goings are logged.</summary>
    public bool Verbose { get; init; }
}
