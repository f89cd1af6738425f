using Microsoft.Extensions.DependencyInjection;
using Snug.Client;
using Snug.Server.Serving;
using Snug.Server.Talk;

namespace Snug.Tests.Running;

/// <summary>A whole server in this process: real sockets on free ports, a real database in a folder of its own.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly ServerHost host;
    private readonly TempFolder? folder;

    private TestServer(ServerHost host, TempFolder? folder)
    {
        this.host = host;
        this.folder = folder;
    }

    public int LinePort => host.Line!.Port;

    public int HttpPort => host.Http.Port;

    public string HttpUrl => $"{(host.Certificate is null ? "http" : "https")}://{host.Http}";

    public static async Task<TestServer> StartAsync(
        TimeProvider? time = null, TempFolder? data = null, int lineLimit = 99,
        Func<ServeOptions, ServeOptions>? with = null)
    {
        var folder = data is null ? new TempFolder() : null;
        var options = new ServeOptions
        {
            Line = new(System.Net.IPAddress.Loopback, 0),
            Http = new(System.Net.IPAddress.Loopback, 0),
            Data = (data ?? folder)!.Path,
            Database = await TestDatabase.OfAsync((data ?? folder)!.Path),
            LineLimit = lineLimit,
        };
        var host = new ServerHost(with is null ? options : with(options), time ?? TimeProvider.System);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new TestServer(host, folder);
    }

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>A socket that speaks as it is told, connected but not yet named.</summary>
    public Task<LineSocket> ConnectAsync() => LineSocket.ConnectAsync(LinePort);

    /// <summary>A socket whose name was accepted.</summary>
    public async Task<LineSocket> EnterAsync(string name)
    {
        var socket = await ConnectAsync();
        Assert.StartsWith("OK", await socket.AskAsync(name));
        return socket;
    }

    /// <summary>Somebody who came in over HTTP.</summary>
    public Task<ChatUser> EnterHttpAsync(string name, string? password = null) => ChatUser.EnterAsync(HttpUrl, name, password);

    /// <summary>An admin who came in over HTTP.</summary>
    public async Task<ChatUser> EnterAdminAsync(string name)
    {
        Assert.True((await Service<Accounts>().MakeAdminAsync(name, "correct horse")).IsGranted);
        return await EnterHttpAsync(name, "correct horse");
    }

    /// <summary>Returns once the server holds a wait of this user.</summary>
    public Task UntilWaitingAsync(ChatUser user) => UntilWaitingAsync(user.Token!);

    /// <inheritdoc cref="UntilWaitingAsync(ChatUser)"/>
    public async Task UntilWaitingAsync(string token)
    {
        using var nobody = new ChatUser(HttpUrl);
        var hash = Tokens.Hash(token);
        await Eventually.Become(
            async () =>
            {
                await nobody.GetAsync("/healthz");
                return Service<Sessions>().All.Any(session => session.HereUntil == long.MaxValue && session.TokenHash.AsSpan().SequenceEqual(hash));
            },
            isWaiting => isWaiting);
    }

    public Task<LineConnection> JoinAsync(string name, LineOptions? options = null) =>
        LineConnection.ConnectAsync("127.0.0.1", LinePort, name, options);

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder?.Dispose();
    }
}
