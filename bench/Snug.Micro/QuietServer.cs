using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Snug.Protocol;
using Snug.Server.Doors.Http;
using Snug.Server.Serving;
using Snug.Server.Talk;

namespace Snug.Micro;

/// <summary>A whole server with nobody at its doors, which stay closed: what stands behind them is called as they would.</summary>
internal sealed class QuietServer : IAsyncDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("snug-micro-");
    private readonly ServerHost host;

    public QuietServer() => host = new ServerHost(new ServeOptions { Data = data.FullName }, TimeProvider.System);

    public T Service<T>() where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Somebody who came in over HTTP.</summary>
    /// <param name="token">What stands for the session.</param>
    public async Task<Session> EnterAsync(string name, string token)
    {
        if (!UserName.TryParse(name, out var parsed)) throw new ArgumentException("not a name", nameof(name));
        var entered = await Service<Sessions>().EnterAsGuestAsync(parsed, token);
        return entered.IsGranted ? entered.Value : throw new InvalidOperationException(entered.Refusal.Reason);
    }

    /// <summary>Says something in the lobby.</summary>
    public async Task SayAsync(Session session, int times)
    {
        for (var i = 0; i < times; i++)
            if (!(await Service<Messages>().PostAsync(session, 1, new Draft("How about spaghetti tonight, or is it pizza again?"))).IsGranted) throw new InvalidOperationException("refused");
    }

    /// <summary>A request as it comes to the server's own code.</summary>
    public DefaultHttpContext Ask(string token, string query)
    {
        var http = new DefaultHttpContext { RequestServices = host.Services };
        http.Request.Method = HttpMethods.Get;
        http.Request.Path = PollEndpoint.Path;
        http.Request.QueryString = new(query);
        http.Request.Headers.Authorization = "Bearer " + token;
        http.Response.Body = Stream.Null;
        return http;
    }

    public PollEndpoint MakePollEndpoint() => ActivatorUtilities.CreateInstance<PollEndpoint>(host.Services, (RequestDelegate)(_ => throw new InvalidOperationException("not a poll")));

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        data.Delete(recursive: true);
    }
}
