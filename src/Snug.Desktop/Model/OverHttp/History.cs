using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>Pages of what was said, joined to what a room shows already. One page of a room is read at a time.</summary>
internal sealed class History(ChatClient client, EventEffects effects, long me)
{
    private const int Page = 50;

    private readonly Dictionary<long, Task> reading = [];

    /// <summary>What one sees first: the newest messages, or those around where one stopped reading if there are more than a page since.</summary>
    public Task LoadAsync(ChatRoom room) => OnceAsync(room, async () =>
    {
        if (room.IsLoaded) return;
        var unreadAfter = room.Info is { Joined: true, Unread: > 0 } ? room.Info.ReadUpTo : (long?)null;
        if (unreadAfter is { } read && room.Info.Unread >= Page) await BeginAroundAsync(room, read, unreadAfter);
        else await BeginAtNewestAsync(room, unreadAfter);
    });

    public Task LoadOlderAsync(ChatRoom room) => OnceAsync(room, async () =>
    {
        if (!room.HasOlder || room.Conversation.FirstMessage is not { } first) return;
        var page = await client.HistoryAsync(room.Id, first, Page);
        room.HasOlder = page.More;
        if (room.Conversation.FirstMessage == first && room.Conversation.Prepend(Lines(page.Messages))) room.HasNewer = true;
    });

    public Task LoadNewerAsync(ChatRoom room) => OnceAsync(room, async () =>
    {
        if (!room.HasNewer || room.Conversation.LastMessage is not { } last) return;
        var page = await client.HistoryAfterAsync(room.Id, last, Page);
        foreach (var message in page.Messages) effects.Append(room, message);
        room.HasNewer = page.More;
    });

    /// <summary>The newest messages, in place of a stretch of the past.</summary>
    public Task LoadNewestAsync(ChatRoom room) => OnceAsync(room, () => BeginAtNewestAsync(room, null));

    /// <summary>Shows a message with what was said around it, once a page that is on its way has come.</summary>
    public async Task LoadAroundAsync(ChatRoom room, long message)
    {
        while (reading.TryGetValue(room.Id, out var page)) await page;
        await OnceAsync(room, async () =>
        {
            if (room.Conversation.Find(Said.KeyOf(message)) is null) await BeginAroundAsync(room, message, null);
        });
    }

    /// <summary>One message; null where it is no more.</summary>
    public async Task<Message?> FindAsync(ChatRoom room, long message)
    {
        var page = await client.HistoryAfterAsync(room.Id, message - 1, limit: 1);
        return page.Messages.FirstOrDefault(found => found.Id == message);
    }

    private async Task BeginAtNewestAsync(ChatRoom room, long? unreadAfter)
    {
        var page = await client.HistoryAsync(room.Id, before: null, Page);
        (room.IsLoaded, room.HasOlder, room.HasNewer) = (true, page.More, false);
        room.Conversation.Begin(Lines(page.Messages), unreadAfter);
    }

    private async Task BeginAroundAsync(ChatRoom room, long message, long? unreadAfter)
    {
        var before = await client.HistoryAsync(room.Id, message + 1, Page);
        var after = await client.HistoryAfterAsync(room.Id, message, Page);
        (room.IsLoaded, room.HasOlder, room.HasNewer) = (true, before.More, after.More);
        room.Conversation.Begin([.. Lines(before.Messages), .. Lines(after.Messages)], unreadAfter);
    }

    // What happens to messages of a page while it is on its way is told again, once they are known.
    private async Task OnceAsync(ChatRoom room, Func<Task> read)
    {
        var ended = new TaskCompletionSource();
        if (!reading.TryAdd(room.Id, ended.Task)) return;
        using var meanwhile = effects.Remember();
        try
        {
            await read();
            meanwhile.Repeat();
        }
        finally
        {
            reading.Remove(room.Id);
            ended.SetResult();
        }
    }

    private List<Line> Lines(IReadOnlyList<Message> messages) => [.. messages.Select(message => Said.Of(message, message.From.Id == me))];
}
