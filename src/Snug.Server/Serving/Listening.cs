using System.Net;
using System.Net.Security;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Snug.Server.Doors.Http;
using Snug.Server.Doors.Line;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>Where the server listens: the two doors, and the operator's socket in the data folder.</summary>
internal sealed class Listening(ServeOptions options, string folder)
{
    private ListenOptions? line, http;

    /// <summary>Where the line door listens, once started; null where it is closed.</summary>
    public IPEndPoint? Line => line?.IPEndPoint;

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
        var limit = new ConnectionLimit();
        if (options.Line is { } lineAddress)
        {
            kestrel.Listen(lineAddress, listen =>
            {
                limit.Bound(line = listen);
                listen.UseTls(certificate).UseConnectionHandler<LineDoor>();
            });
        }
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

    /// <summary>The doors as they were wanted, for a message that says why they cannot be opened.</summary>
    public override string ToString() => options.Line is null ? $"{options.Http}" : $"{options.Line} and {options.Http}";

    private void ListenForOperator(KestrelServerOptions kestrel)
    {
        // The longest path that a socket's address holds (unix(7)); without it the commands of the operator say that nobody answers.
        const int longest = 107;
        var path = Path.GetFullPath(Path.Combine(folder, OperatorEndpoints.Socket));
        if (Encoding.UTF8.GetByteCount(path) > longest) return;

        // A server that was killed leaves its socket behind; that nobody listens there is certain, since the folder is ours.
        File.Delete(path);
        kestrel.ListenUnixSocket(path, listen => listen.Use(next => connection =>
        {
            connection.Features.Set(new OperatorDoor());
            return next(connection);
        }));
    }
}
