using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Snug.Server.Doors;
using Snug.Server.Doors.Http;
using Snug.Server.Doors.Line;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Serving;

/// <summary>The server put together from its parts: two doors, one chat, one log, one store.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DataFolder folder;
    private readonly SqliteStore store;
    private ListenOptions? line, http;

    /// <exception cref="StoreException">The data folder or its database cannot be used.</exception>
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
            .AddSingleton(folder)
            .AddSingleton(new PublicUrl(() => options.Url ?? $"http://{Banner.Reachable(Http)}"))
            .AddSingleton(new ChatRules(options.LineLimit, options.MessageLimit, options.Access))
            .AddSingleton<LineDoor>()
            .Configure<HostOptions>(host => host.ShutdownTimeout = Limits.Shutdown)
            .Configure<SocketTransportOptions>(SetTransport);
        builder.Services.AddChat();
        builder.Services.AddHttpDoor();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => SetDoors(kestrel, options));

        var built = builder.Build();
        built.Use(next => async request =>
        {
            if (Fairness.IsDue()) await Task.Yield();
            await next(request);
        });
        built.UseHttpDoor();
        // Taken up now rather than at the first request: what is wrong with the database shows before the doors open.
        built.Services.RestoreChat();
        built.Lifetime.ApplicationStopping.Register(() => built.Services.GetRequiredService<Sessions>().EndWaits());
        return built;
    }

    private void SetDoors(KestrelServerOptions kestrel, ServeOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Limits.RequestBody;
        var limit = new ConnectionLimit();
        if (options.Line is { } lineAddress)
        {
            kestrel.Listen(lineAddress, listen =>
            {
                line = listen;
                limit.Bound(listen);
                listen.UseConnectionHandler<LineDoor>();
            });
        }
        kestrel.Listen(options.Http, listen =>
        {
            http = listen;
            limit.Bound(listen);
            listen.Protocols = HttpProtocols.Http1;
        });
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
