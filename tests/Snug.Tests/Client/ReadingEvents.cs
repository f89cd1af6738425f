using Snug.Client;

namespace Snug.Tests.Client;

/// <summary>Cindy reads her events from a scripted server, by a clock that is moved by hand.</summary>
public abstract class ReadingEvents : IAsyncLifetime
{
    private readonly CancellationTokenSource end = new();

    internal ScriptedServer Server { get; private set; } = null!;

    internal WatchedTime Time { get; } = new();

    internal Heard<ChatException?> Trouble { get; } = new();

    internal ChatClient Cindy { get; private set; } = null!;

    internal IAsyncEnumerator<ChatEvent> Events { get; private set; } = null!;

    internal CancellationToken End => end.Token;

    public async ValueTask InitializeAsync()
    {
        Server = await ScriptedServer.StartAsync();
        Cindy = await Server.EnterAsync(new ChatOptions { Time = Time, RequestTimeout = WatchedTime.Timeouts, Trouble = Trouble });
        Events = Cindy.ReadEventsAsync(cancel: End).GetAsyncEnumerator();
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Cindy.Dispose();
        await Server.DisposeAsync();
        end.Dispose();
        GC.SuppressFinalize(this);
    }

    internal Task<bool> MoveAsync() => Events.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    internal Task CancelAsync() => end.CancelAsync();

    internal static string Answer(string next, params string[] events) => $$"""{"events":[{{string.Join(',', events)}}],"next":"{{next}}"}""";

    internal static string Deleted(long id) => $$"""{"id":{{id}},"type":"deleted","room":1,"messageId":99}""";
}
