using Snug.Desktop.Model;

namespace Snug.Desktop.Tests.Model;

/// <summary>A room, its session with a fake server, and the hand on the clock.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CancellationTokenSource left = new();

    public Visitor() => Room = new ChatRoom("cindy", "server", Time);

    public ManualTime Time { get; } = new();

    public FakeServer Server { get; } = new();

    public ChatRoom Room { get; }

    public IEnumerable<Said> Heard => Room.Conversation.Lines.OfType<Said>();

    public IEnumerable<Notice> Notices => Room.Conversation.Lines.OfType<Notice>();

    /// <summary>Comes in; the first poll has been answered when this returns.</summary>
    public async Task<FakeServer.Talk> EnterAsync()
    {
        var connecting = Server.ConnectAsync(Time, left.Token);
        var talk = await Server.AcceptAsync();
        await talk.AnswerAsync("OK");
        var session = new LineSession(Room, cancel => Server.ConnectAsync(Time, cancel), Time, new Random(1));
        _ = session.RunAsync(await connecting, left.Token);
        await talk.PollAsync();
        return talk;
    }

    /// <summary>Lets the second pass after which the next poll is due.</summary>
    public void Tick() => Time.Advance(TimeSpan.FromSeconds(1));

    public void Dispose()
    {
        left.Cancel();
        Server.Dispose();
        left.Dispose();
    }
}
