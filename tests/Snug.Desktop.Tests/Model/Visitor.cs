using Snug.Desktop.Model;
using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop.Tests.Model;

/// <summary>A chat, its session with a fake server, and the hand on the clock.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly CancellationTokenSource left = new();

    public Visitor() => Chat = new Chat("cindy", "server", Time) { Speaker = Outbox };

    public ManualTime Time { get; } = new();

    public FakeServer Server { get; } = new();

    public Chat Chat { get; }

    public LineOutbox Outbox { get; } = new();

    public IEnumerable<Said> Heard => Chat.Open.Conversation.Lines.OfType<Said>();

    public IEnumerable<Notice> Notices => Chat.Open.Conversation.Lines.OfType<Notice>();

    /// <summary>Comes in; the first poll has been answered when this returns.</summary>
    public async Task<FakeServer.Talk> EnterAsync()
    {
        var connecting = Server.ConnectAsync(Time, left.Token);
        var talk = await Server.AcceptAsync();
        await talk.AnswerAsync("OK");
        var session = new LineSession(Chat, Outbox, cancel => Server.ConnectAsync(Time, cancel), Time, new Random(1));
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
