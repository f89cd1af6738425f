using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>What was found for some words, page after page. A new search gives up the one that is under way.</summary>
internal sealed class Finder(ChatApi api) : IDisposable
{
    /// <summary>Who does not find it among so many says more.</summary>
    public const int Most = 500;

    private readonly List<Message> found = [];
    private CancellationTokenSource asking = new();
    private ChatRoom? room;
    private long? next;

    /// <summary>Told when something was found, or will not be.</summary>
    public event Action? Changed;

    /// <summary>The words that were searched for; empty before a search.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Message> Found => found;

    public bool HasMore { get; private set; }

    public bool IsAsking { get; private set; }

    /// <param name="words">What to look for; nothing ends the search.</param>
    /// <param name="within">Only in this room; null for all.</param>
    /// <exception cref="ChatException">The server did not search.</exception>
    public Task SearchAsync(string words, ChatRoom? within)
    {
        asking.Cancel();
        asking.Dispose();
        asking = new();
        found.Clear();
        (Words, room, next, HasMore, IsAsking) = (words, within, null, words.Length > 0, false);
        Changed?.Invoke();
        return GoOnAsync();
    }

    /// <summary>Looks further back. A page may have few finds, or none.</summary>
    /// <exception cref="ChatException">The server did not search.</exception>
    public async Task GoOnAsync()
    {
        if (IsAsking || !HasMore) return;
        var cancel = asking.Token;
        Set(asking: true);
        try
        {
            var page = await api.SearchAsync(Words, room, next, cancel);
            if (cancel.IsCancellationRequested) return;
            found.AddRange(page.Messages);
            next = page.Next;
            HasMore = page is { More: true, Next: not null } && found.Count < Most;
        }
        catch (OperationCanceledException)
        {
            // Other words are searched for by now.
        }
        finally
        {
            if (!cancel.IsCancellationRequested) Set(asking: false);
        }
    }

    public void Dispose()
    {
        asking.Cancel();
        asking.Dispose();
    }

    private void Set(bool asking)
    {
        IsAsking = asking;
        Changed?.Invoke();
    }
}
