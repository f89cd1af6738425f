using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Snug.Client;

namespace Snug.Tests.Client;

/// <summary>A web server on a real socket whose answers the test gives by hand, one request after the other.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public const string Entered =
        """{"token":"secret","user":{"id":7,"name":"cindy","role":"guest"},"next":"c0","limits":{"messageLength":4000,"uploadBytes":1000000}}""";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Channel<HeardRequest> heard = Channel.CreateBounded<HeardRequest>(100);
    private readonly WebApplication web;

    private ScriptedServer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        web = builder.Build();
        web.Run(HandleAsync);
    }

    public Uri Url => new(web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<ScriptedServer> StartAsync()
    {
        var server = new ScriptedServer();
        await server.web.StartAsync();
        return server;
    }

    /// <summary>The next request, its body read in full.</summary>
    public async Task<HeardRequest> HearAsync() => await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    /// <summary>True when no request was made that has not been heard.</summary>
    public bool IsQuiet => heard.Reader.Count == 0;

    /// <summary>A client that has entered as cindy (user 7) with the cursor <c>c0</c>.</summary>
    public async Task<ChatClient> EnterAsync(ChatOptions? options = null)
    {
        var entering = ChatClient.EnterAsync(Url, "cindy", options);
        await (await HearAsync()).AnswerAsync(201, Entered);
        return await entering;
    }

    public async ValueTask DisposeAsync()
    {
        heard.Writer.Complete();
        while (heard.Reader.TryRead(out var left)) left.Cut();
        await web.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var request = new HeardRequest(http, await reader.ReadToEndAsync(http.RequestAborted));
        await heard.Writer.WriteAsync(request);
        await request.Answered;
    }
}
