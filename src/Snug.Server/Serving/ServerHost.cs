using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Snug.Server.Doors.Http;
using Snug.Server.Doors.Line;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Talk;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>The server put together from its parts: two doors, one chat, one log, one store.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DataFolder folder;
    private readonly SqliteStore store;
    private ListenOptions? line, http;

    /// <exception cref="StoreException">The data folder or its database cannot be used.</exception>
    /// <exception cref="CertificateException">The certificate or its key cannot be used.</exception>
    public ServerHost(ServeOptions options, TimeProvider time)
    {
        folder = DataFolder.Take(options.Data);
        try
        {
            store = SqliteStore.Open(folder.Database);
            app = Build(options, time);
        }
        catch
        {
            store?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Where the line door listens, once started; null where it is closed.</summary>
    public IPEndPoint? Line => line?.IPEndPoint;

    /// <summary>Where the HTTP door listens, once started.</summary>
    public IPEndPoint Http => http!.IPEndPoint!;

    /// <summary>What both doors show; null where they speak plainly.</summary>
    public ServerCertificate? Certificate => Services.GetService<ServerCertificate>();

    public IServiceProvider Services => app.Services;

    /// <exception cref="IOException">A port is in use or not for this user, or an address is not this machine's.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
        }
        catch (SocketException failure)
        {
            throw new IOException($"Cannot listen on {line} and {http}: {failure.Message}", failure);
        }
    }

    /// <summary>Waits for SIGTERM, SIGINT or <paramref name="cancel"/>, and stops cleanly.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancel) => app.WaitForShutdownAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        // First the doors, then the log's writer with what is queued, then what it writes to.
        await app.StopAsync();
        await app.DisposeAsync();
        store.Dispose();
        folder.Dispose();
    }

    private WebApplication Build(ServeOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        ServerLogging.Add(builder.Logging, options.Verbose);
        builder.Services
            .AddSingleton(time)
            .AddSingleton(store)
            .AddSingleton(new ChatRules(options.LineLimit))
            .AddSingleton<Log>()
            .AddSingleton<Presence>()
            .AddSingleton<Chat>()
            .AddSingleton<LineDoor>()
            .AddRoutingCore()
            .Configure<HostOptions>(host => host.ShutdownTimeout = Limits.Shutdown)
            .Configure<SocketTransportOptions>(SetTransport);
        if (options.Certificate is not null)
            builder.Services.AddSingleton(services => OpenCertificate(options, time, services.GetRequiredService<ILogger<ServerCertificate>>()));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => SetDoors(kestrel, options));

        var built = builder.Build();
        built.UseProxies(options.Proxies);
        built.UseSecurityHeaders();
        built.UseRouting();
        built.MapHealth();
        // Made now rather than at the first request: what is wrong with the database or the certificate shows before the doors open.
        built.Services.GetRequiredService<Chat>();
        built.Services.GetService<ServerCertificate>();
        return built;
    }

    private ServerCertificate OpenCertificate(ServeOptions options, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        if (options.Certificate is { } file and not SelfSigned.Word) return new(() => CertificatePem.Read(file, options.Key), time, logger);

        // Found once: an address that comes while people are here should not make them all look at a new fingerprint.
        var names = LocalNames.Find();
        return new(() => SelfSigned.Read(folder.Path, names, time.GetUtcNow()), time, logger);
    }

    private void SetDoors(KestrelServerOptions kestrel, ServeOptions options)
    {
        var certificate = kestrel.ApplicationServices.GetService<ServerCertificate>();
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = Limits.Connections;
        if (options.Line is { } lineAddress)
            kestrel.Listen(lineAddress, listen => (line = listen).UseTls(certificate).UseConnectionHandler<LineDoor>());
        kestrel.Listen(options.Http, listen => (http = listen).UseTls(certificate, SslApplicationProtocol.Http11).Protocols = HttpProtocols.Http1);
    }

    private static void SetTransport(SocketTransportOptions transport)
    {
        transport.Backlog = Limits.Backlog;
        transport.MaxReadBufferSize = Limits.ReadBuffer;
        transport.MaxWriteBufferSize = Limits.WriteBuffer;
        // Handlers run on the socket threads: a poll then wakes no pool thread, which is most of what it would cost.
        transport.UnsafePreferInlineScheduling = true;
    }
}
