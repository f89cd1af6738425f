using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>
/// Says things through an <see cref="Outbox"/> on the disk: what waits is sent once and in order, also after the window was closed
/// and opened again, and is shown meanwhile at the end of its room.
/// </summary>
internal sealed class DurableSpeaker : ISpeaker, IAsyncDisposable
{
    private readonly ChatClient client;
    private readonly Outbox outbox;
    private readonly HashSet<Task> queueing = [];
    private readonly TaskCompletionSource ended = new();
    private readonly HashSet<QueuedPost> settled = [];
    private List<QueuedPost> homeless = [];
    private bool isAttached;
    private Chat chat = null!;
    private EventEffects effects = null!;

    /// <param name="client">Who speaks.</param>
    /// <param name="folder">Where the outbox is, one folder for each server.</param>
    /// <param name="main">What the outbox's reports come back to.</param>
    /// <exception cref="IOException">Another window has it open.</exception>
    public DurableSpeaker(ChatClient client, string folder, SynchronizationContext main)
    {
        this.client = client;
        outbox = Outbox.Open(client, folder, new OutboxOptions { Reports = new Reports(main, Hear) });
    }

    public int MaxLength => client.Session.Limits.MessageLength;

    public bool TakesLines => true;

    public bool KeepsWhileAway => true;

    /// <summary>Fails with a <see cref="RefusedException"/> when the session turns out to have ended.</summary>
    public Task Ended => ended.Task;

    /// <summary>Shows what waited from before, each as soon as its room is known, and what comes.</summary>
    public async Task AttachAsync(Chat whose, EventEffects its)
    {
        (chat, effects) = (whose, its);
        var waiting = await outbox.WaitingAsync();
        // What was sent or refused while this was asked is told of already.
        homeless = [.. waiting.Where(post => !settled.Contains(post))];
        isAttached = true;
        settled.Clear();
        chat.Rooms.Changed += ShowHomeless;
        ShowHomeless();
    }

    public bool TrySay(ChatRoom room, NewMessage message, IReadOnlyList<Attachment> files)
    {
        // Random and unique, and as little as OpenSSL costs is too much for that: see docs/decisions/light-window.md.
        var nonce = Guid.CreateVersion7(chat.Time.GetUtcNow()).ToString("N");
        var post = new QueuedPost(room.Id, message with { Nonce = nonce }, chat.Time.GetUtcNow());
        Show(post, files);
        _ = KeepAsync(room, post);
        return true;
    }

    /// <summary>Completes when all that was handed over is on the disk.</summary>
    public Task CloseAsync() => Task.WhenAll(queueing);

    public ValueTask DisposeAsync() => outbox.DisposeAsync();

    private async Task KeepAsync(ChatRoom room, QueuedPost post)
    {
        var task = outbox.QueueAsync(room.Id, post.Message);
        queueing.Add(task);
        try
        {
            await task;
        }
        catch (OutboxFullException)
        {
            Refuse(post, Texts.Current.TooMuchWaits);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Refuse(post, Texts.Current.OutboxUnusable(failure.Message));
        }
        finally
        {
            queueing.Remove(task);
        }
    }

    private void Hear(OutboxReport report)
    {
        switch (report)
        {
            case PostSent { Post: var post, Message: var message }: Settle(post); effects.Add(message); break;
            case OutboxStopped { Reason: var reason }: ended.TrySetException(reason); break;
            case PostRefused { Post: var post, Reason: var reason }: Refuse(post, Texts.Current.Explain(reason)); break;
            case OutboxSetAside { File: var file }: chat.Tell(Texts.Current.WaitingLost, Texts.Current.WaitingPutAside(file)); break;
            case OutboxUnsaved { Reason: var reason }: chat.Tell(Texts.Current.WaitingNotKept, reason.Message); break;
        }
    }

    // It waits no more, for whatever reason.
    private void Settle(QueuedPost post)
    {
        if (!isAttached) settled.Add(post);
        homeless.Remove(post);
    }

    private void ShowHomeless()
    {
        var known = homeless.Where(post => chat.Rooms.Find(post.Room) is not null).ToList();
        homeless = [.. homeless.Except(known)];
        known.ForEach(post => Show(post, []));
    }

    private void Refuse(QueuedPost post, string reason)
    {
        Settle(post);
        var conversation = chat.Rooms.Find(post.Room)?.Conversation;
        if (conversation?.Find(post.Message.Nonce!) is Said { Pending: { } pending } said)
            conversation.Replace(said.Key, said with { Pending = pending with { Refusal = reason } });
        // Its room is not known yet, or no more: the words are the person's all the same.
        else chat.Tell(Texts.Current.NotSent, reason, post.Message.Text is { Length: > 0 } text ? text : null);
    }

    private void Show(QueuedPost post, IReadOnlyList<Attachment> files)
    {
        var (room, message) = (chat.Rooms.Find(post.Room), post.Message);
        var pending = new Pending(message) { Files = files };
        room?.Conversation.Add(new Said(message.Nonce!, post.QueuedAt.ToLocalTime(), chat.Me, message.Text, IsOwn: true) { Pending = pending });
    }

    private sealed class Reports(SynchronizationContext main, Action<OutboxReport> hear) : IProgress<OutboxReport>
    {
        public void Report(OutboxReport value) => main.Post(_ => hear(value), null);
    }
}
