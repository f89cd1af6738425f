using System.Net;
using System.Net.Security;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Snug.Server.Doors;
using Snug.Server.Doors.Http;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>Where the server listens: the HTTP door, and the operator's socket in the data folder.</summary>
internal sealed class Listening(ServeOptions options, string folder, ConnectionLimit limit)
{
    private readonly string socket = Path.GetFullPath(Path.Combine(folder, OperatorEndpoints.Socket));
    private ListenOptions? http;

    /// <summary>Where the HTTP door listens, once started.</summary>
    public IPEndPoint Http => http!.IPEndPoint!;

    public void SetUp(KestrelServerOptions kestrel)
    {
        var certificate = kestrel.ApplicationServices.GetService<ServerCertificate>();
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.RequestBody;
        kestrel.Limits.MaxRequestLineSize = Limits.RequestLine;
        kestrel.Limits.MaxRequestHeadersTotalSize = Limits.RequestHeaders;
        kestrel.Limits.RequestHeadersTimeout = Limits.HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = Limits.KeepAlive;
        kestrel.Listen(options.Http, listen =>
        {
            limit.Bound(http = listen);
            listen.UseTls(certificate, SslApplicationProtocol.Http11).Protocols = HttpProtocols.Http1;
        });
        ListenForOperator(kestrel);
    }

    public static void SetTransport(SocketTransportOptions transport)
    {
        transport.Backlog = Limits.Backlog;
        transport.MaxReadBufferSize = Limits.ReadBuffer;
        transport.MaxWriteBufferSize = Limits.WriteBuffer;
        // Handlers run on the socket threads: a poll then wakes no pool thread, which is most of what it would cost.
        transport.UnsafePreferInlineScheduling = true;
    }

    /// <summary>The door as it was wanted, for a message that says why it cannot be opened.</summary>
    public override string ToString() => $"{options.Http}";

    /// <summary>Once it listens: the operator's socket is for the server's own user, whatever the folder and the umask say.</summary>
    public void CloseSocketToOthers()
    {
        if (!OperatingSystem.IsWindows() && File.Exists(socket)) File.SetUnixFileMode(socket, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Whether a socket's address can hold this path (unix(7)); without it the operator's commands do not work.</summary>
    public static bool IsShortEnough(string path) => Encoding.UTF8.GetByteCount(path) <= 107;

    private void ListenForOperator(KestrelServerOptions kestrel)
    {
        if (!IsShortEnough(socket)) return;

        // A server that was killed leaves its socket behind; that nobody listens there is certain, since the folder is ours.
        File.Delete(socket);
        kestrel.ListenUnixSocket(socket, listen => listen.Use(next => connection =>
        {
            connection.Features.Set(new OperatorDoor());
            return next(connection);
        }));
    }
}
