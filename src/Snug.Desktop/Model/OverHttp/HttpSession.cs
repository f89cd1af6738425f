using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>Keeps a <see cref="Chat"/> up to date over the HTTP API: one long poll waits, and nothing else happens while nothing happens.</summary>
/// <param name="chat">What is kept up to date.</param>
/// <param name="client">Who asks.</param>
/// <param name="effects">What the events do.</param>
/// <param name="lastRoom">The id of the room to begin with, where it is known.</param>
/// <param name="time">The clock of its waits.</param>
internal sealed class HttpSession(Chat chat, ChatClient client, EventEffects effects, long? lastRoom, TimeProvider time)
{
    private static readonly TimeSpan PeopleAreFresh = TimeSpan.FromSeconds(15);

    // Many may come at once, and each of them speak.
    private static readonly TimeSpan StrangersRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortestRest = TimeSpan.FromSeconds(1), LongestRest = TimeSpan.FromSeconds(30);

    private bool isRefreshing;
    private bool hasBegun;
    private DateTimeOffset peopleReadAt;

    /// <summary>Runs until it is cancelled, or the server knows the session no more.</summary>
    /// <exception cref="RefusedException">The session has ended.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        // Not waited for: only the poll tells that the server is away, or that the session has ended.
        chat.LookedAt += () => _ = LookAroundAsync();
        _ = ReturnAsync();
        while (true)
        {
            using var round = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            void Again() => round.Cancel();
            chat.Hurried += Again;
            try
            {
                await ListenAsync(round.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // Somebody does not want to wait for the next try.
            }
            finally
            {
                chat.Hurried -= Again;
            }
        }
    }

    // Not more often than it changes: somebody looks at the window, or something happens.
    private Task LookAroundAsync() => LookAroundAsync(PeopleAreFresh);

    private async Task LookAroundAsync(TimeSpan rest)
    {
        if (!chat.IsConnected || time.GetUtcNow() - peopleReadAt < rest) return;
        peopleReadAt = time.GetUtcNow();
        await Quietly.DoAsync(chat.Api!.ReadPeopleAsync);
    }

    /// <summary>The server has been reached again after it was not.</summary>
    public Task ReturnAsync()
    {
        effects.RoomsAreStale = true;
        return RefreshAsync();
    }

    private async Task ListenAsync(CancellationToken cancel)
    {
        await foreach (var happened in client.ReadEventsAsync(cancel: cancel))
        {
            if (happened is StartAfresh) await StartAfreshAsync();
            else effects.Take(happened);
            if (effects.RoomsAreStale) _ = RefreshAsync();
            _ = LookAroundAsync(IsOfStranger(happened) ? StrangersRest : PeopleAreFresh);
        }
    }

    // Who speaks is here, and is to be found there at once.
    private bool IsOfStranger(object happened) =>
        happened is MessagePosted { Message.From.Name: var name } && chat.People.All(person => person.Name != name);

    private async Task StartAfreshAsync()
    {
        foreach (var room in chat.Rooms.All)
        {
            room.IsLoaded = room.HasOlder = room.HasNewer = false;
            room.Conversation.Begin([]);
        }
        await ReturnAsync();
    }

    // Reads until nothing happened meanwhile that only the list of rooms can tell, with a rest in between: somebody may post and
    // delete all day. While the server is away it is left to its return.
    private async Task RefreshAsync()
    {
        if (isRefreshing) return;
        isRefreshing = true;
        for (var rest = ShortestRest; effects.RoomsAreStale; rest = rest * 2 < LongestRest ? rest * 2 : LongestRest)
        {
            effects.RoomsAreStale = false;
            effects.RoomsAreStale |= !await Quietly.DoAsync(ReadRoomsAsync);
            if (!effects.RoomsAreStale || !chat.IsConnected) break;
            await Task.Delay(rest, time);
        }
        isRefreshing = false;
        await Quietly.DoAsync(() => chat.Api!.History.LoadAsync(chat.Open));
        if (chat.People.Count == 0) await LookAroundAsync();
    }

    // The first time it is shown where the person was last, unless they have gone somewhere meanwhile or may not any more.
    private async Task ReadRoomsAsync()
    {
        await chat.Api!.ReadRoomsAsync();
        if (!hasBegun && chat.Open.Id == ChatRoom.LobbyId && lastRoom is { } id && chat.Rooms.Find(id) is { Info.Joined: true } last) chat.Show(last);
        hasBegun = true;
        effects.Begin();
        if (chat.Rooms.Find(chat.Open.Id) is null && chat.Rooms.Joined.FirstOrDefault() is { } first) chat.Show(first);
    }
}
