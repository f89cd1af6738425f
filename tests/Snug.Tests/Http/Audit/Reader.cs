using Snug.Protocol;
using Snug.Tests.Running;

namespace Snug.Tests.Http.Audit;

/// <summary>Somebody who reads all they may and writes down what they heard, until there is no more.</summary>
internal abstract class Reader : IDisposable
{
    public required string Name { get; init; }

    /// <summary>The rooms it is in, all the time.</summary>
    public required IReadOnlyList<long> Rooms { get; init; }

    /// <summary>Whether it came, and was brought into its rooms, while others were talking.</summary>
    public bool IsLate { get; init; }

    public List<Said> Heard { get; } = [];

    /// <summary>Reads for as long as the writers write, and then what is left.</summary>
    public async Task ReadAsync(Task writing)
    {
        while (!writing.IsCompleted) await ReadOnceAsync();
        while (await ReadOnceAsync()) { }
    }

    public abstract void Dispose();

    /// <returns>False when nothing had come.</returns>
    protected abstract Task<bool> ReadOnceAsync();
}

/// <summary>By the line door: the lobby, as often as it can.</summary>
internal sealed class LineReader(LineSocket line) : Reader
{
    public override void Dispose() => line.Dispose();

    protected override async Task<bool> ReadOnceAsync()
    {
        var reply = (await line.AskAsync("GET"))!;
        var messages = LineMessage.ParseAll(reply["MSGS:".Length..]).ToList();
        Heard.AddRange(messages.Select(message => new Said(0, ChatUser.Lobby, message.From, message.Text)));
        return messages.Count > 0;
    }
}

/// <summary>Over HTTP, each in its own manner: some ask at once, some wait, some have answers cut off, some come with a new connection.</summary>
internal sealed class HttpReader(ChatUser user, TestServer server, Random random) : Reader
{
    private readonly int patience = random.Next(4) == 0 ? 0 : random.Next(1, 3);
    private readonly bool isCutOff = random.Next(4) == 0;
    private readonly bool forgetsCursor = random.Next(5) == 0;

    public override void Dispose() => user.Dispose();

    protected override async Task<bool> ReadOnceAsync()
    {
        if (isCutOff && random.Next(3) == 0)
            await RawHttp.AskAsync(server.HttpPort, RawHttp.Get($"/api/events?since={user.Next}", user.Token), atMost: random.Next(2_000));

        // Without a cursor the server knows where this reader was; the next request has to tell it first.
        if (forgetsCursor) await user.AskEventsAsync();
        var events = user.Take(forgetsCursor ? await user.GetAsync("/api/events") : await user.AskEventsAsync(patience));
        foreach (var one in events.Where(one => (string)one["type"]! == "message"))
        {
            var message = one["message"]!;
            Heard.Add(new((long)one["id"]!, (long)one["room"]!, (string)message["from"]!["name"]!, (string)message["text"]!));
        }
        return events.Count > 0;
    }
}
