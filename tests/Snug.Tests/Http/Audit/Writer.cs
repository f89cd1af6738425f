using Snug.Tests.Running;

namespace Snug.Tests.Http.Audit;

/// <summary>Somebody who says numbered things, and writes down what was acknowledged.</summary>
internal abstract class Writer : IDisposable
{
    public required string Name { get; init; }

    public List<Said> Acknowledged { get; } = [];

    public async Task WriteAsync(int messages)
    {
        for (var number = 0; number < messages; number++) Acknowledged.Add(await SayAsync($"{Name} {number}"));
    }

    public abstract void Dispose();

    protected abstract Task<Said> SayAsync(string text);
}

internal sealed class LineWriter(LineSocket line) : Writer
{
    public override void Dispose() => line.Dispose();

    protected override async Task<Said> SayAsync(string text)
    {
        Assert.Equal("OK", await line.AskAsync($"PUT: {text}"));
        return new(0, ChatUser.Lobby, Name, text);
    }
}

/// <summary>Speaks in any of its rooms; now and then an answer is cut off, and it says the same again.</summary>
internal sealed class HttpWriter(ChatUser user, IReadOnlyList<long> rooms, TestServer server, Random random) : Writer
{
    public override void Dispose() => user.Dispose();

    protected override async Task<Said> SayAsync(string text)
    {
        var room = rooms[random.Next(rooms.Count)];
        var path = $"/api/rooms/{room}/messages";
        if (random.Next(4) == 0)
            await RawHttp.AskAsync(server.HttpPort, RawHttp.Post(path, user.Token, $$"""{"text":"{{text}}","nonce":"{{text}}"}"""), atMost: random.Next(200));

        var answer = await user.PostAsync(path, new { text, nonce = text });
        Assert.True(answer.Status is 200 or 201, answer.Text);
        return new(answer.Id, room, Name, text);
    }
}
