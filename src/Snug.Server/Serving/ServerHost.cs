using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Snug.Server.Doors;
using Snug.Server.Doors.Http;
using Snug.Server.Doors.Line;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Store.Contents;
using Snug.Server.Store.Postgres;
using Snug.Server.Store.Sqlite;
using Snug.Server.Talk;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>The server put together from its parts: two doors, one chat, one log, one store.</summary>
internal sealed class ServerHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DataFolder folder;
    private readonly IStore store;
    private readonly Listening listening;
    private readonly ConnectionLimit limit = new();

    /// <exception cref="StoreException">The data folder or its database cannot be used.</exception>
    /// <exception cref="CertificateException">The certificate cannot be used.</exception>
    public ServerHost(ServeOptions options, TimeProvider time)
    {
        folder = options.Data is { } data ? DataFolder.Take(data) : DataFolder.TakeTemporary();
        try
        {
            store = options.Database is { } database ? PostgresStore.Open(database, time) : SqliteStore.Open(folder.Database);
            listening = new Listening(options, folder.Path, limit);
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
    public IPEndPoint? Line => Services.GetService<LineListener>()?.EndPoint;

    /// <summary>Where the HTTP door listens, once started.</summary>
    public IPEndPoint Http => listening.Http;

    /// <summary>What both doors show of themselves; null where they speak plainly.</summary>
    public ServerCertificate? Certificate => app.Services.GetService<ServerCertificate>();

    /// <summary>Where others find the HTTP door, once started.</summary>
    public string PublicUrl => Services.GetRequiredService<PublicUrl>().Value;

    /// <summary>Where the chat is kept, for people.</summary>
    public string Place => store is PostgresStore shared ? shared.Place : Path.GetFullPath(folder.Path);

    /// <summary>Where it keeps what is its own.</summary>
    public string Folder => folder.Path;

    public IServiceProvider Services => app.Services;

    /// <exception cref="IOException">A port is in use or not for this user, or an address is not this machine's.</exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        try
        {
            await app.StartAsync(cancel);
            listening.CloseSocketToOthers();
        }
        catch (SocketException failure)
        {
            throw new IOException($"Cannot listen on {listening}: {failure.Message}", failure);
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
            .AddSingleton(_ => OpenContents(options))
            .AddSingleton(new PublicUrl(() => options.Url ?? $"{(options.Certificate is null ? "http" : "https")}://{Banner.Reachable(Http)}"))
            .AddSingleton(new ChatRules(options.LineLimit, options.MessageLimit, options.Access))
            .AddSingleton(new TrustedProxies(options.Proxies))
            .AddSingleton(limit)
            .Configure<HostOptions>(host =>
            {
                host.ShutdownTimeout = Limits.Shutdown;
                // Both doors at once: neither waits for who keeps the other waiting.
                host.ServicesStopConcurrently = true;
            })
            .Configure<SocketTransportOptions>(Listening.SetTransport);
        builder.Services.AddChat();
        builder.Services.AddHttpDoor();
        if (options.Line is { } line) builder.Services.AddLineDoor(line);
        if (options.Certificate is not null)
            builder.Services.AddSingleton(services => OpenCertificate(options, time, services.GetRequiredService<ILogger<ServerCertificate>>()));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(listening.SetUp);

        var built = builder.Build();
        built.Use(next => request => Fairness.IsDue() ? YieldAsync(next, request) : next(request));
        built.UseProxies(options.Proxies);
        built.UseHttpDoor(options.Page ?? CarriedPage.Read());
        // Taken up now rather than at the first request: what is wrong with the database or the certificate shows before the doors open.
        built.Services.RestoreChat();
        built.Services.GetService<ServerCertificate>();
        built.Lifetime.ApplicationStopping.Register(() => built.Services.GetRequiredService<Sessions>().EndWaits());
        return built;
    }

    private static async Task YieldAsync(RequestDelegate next, HttpContext request)
    {
        await Task.Yield();
        await next(request);
    }

    private IContents OpenContents(ServeOptions options)
    {
        if (options.Uploads is { } shared)
        {
            SharedFolder.Take(shared, store.Id);
            return new UploadFiles(shared, store);
        }
        // Two names: what is only a cache where there is a database is all there is where there is none.
        return store is PostgresStore
            ? new DatabaseContents(Path.Combine(folder.Path, "cache"), store, Limits.CachedContents)
            : new UploadFiles(Path.Combine(folder.Path, "uploads"), store);
    }

    private ServerCertificate OpenCertificate(ServeOptions options, TimeProvider time, ILogger<ServerCertificate> logger)
    {
        if (options.Certificate is { } file and not SelfSigned.Word) return new(() => CertificatePem.Read(file, options.Key), time, logger);

        // Found once: an address that comes while people are here should not make them all look at a new fingerprint.
        var names = LocalNames.Find();
        return new(() => SelfSigned.Read(folder.Path, names, time.GetUtcNow()), time, logger);
    }
}
