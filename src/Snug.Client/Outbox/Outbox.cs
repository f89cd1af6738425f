using System.Security.Cryptography;

namespace Snug.Client;

/// <summary>
/// Sends messages one at a time, in the order in which they were queued, each once: a message is given a nonce when it is queued,
/// and is posted with the same nonce until the server has answered, through lost servers, timeouts and restarts of the program.
/// What waits is in a JSON file, <c>outbox-USERID.json</c>, that is on the disk before <see cref="QueueAsync"/> returns.
/// </summary>
public sealed class Outbox : IAsyncDisposable
{
    private readonly ChatClient client;
    private readonly OutboxFile file;
    private readonly OutboxOptions options;
    private readonly Queue<QueuedPost> posts;
    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly SemaphoreSlim arrived;
    private readonly CancellationTokenSource stop = new();
    private readonly Task sending;

    private Outbox(ChatClient client, OutboxFile file, IReadOnlyList<QueuedPost> waiting, OutboxOptions options)
    {
        (this.client, this.file, this.options) = (client, file, options);
        posts = new Queue<QueuedPost>(waiting);
        arrived = new SemaphoreSlim(waiting.Count);
        sending = Task.Run(SendAllAsync);
    }

    /// <summary>Opens the outbox of a client's user, and begins to send what waits there.</summary>
    /// <param name="client">Who speaks; it must outlive the outbox.</param>
    /// <param name="folder">Where the file is, one folder for each server; it is made where it is missing.</param>
    /// <param name="options">The bound, and whom to tell.</param>
    /// <exception cref="IOException">The folder cannot be used, or this user's outbox is open there already.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not one's own.</exception>
    public static Outbox Open(ChatClient client, string folder, OutboxOptions? options = null)
    {
        options ??= new OutboxOptions();
        var file = new OutboxFile(folder, client.Session.User.Id);
        try
        {
            var (waiting, setAside) = file.Load(client.Time.GetUtcNow());
            if (setAside is not null) options.Reports?.Report(setAside);
            return new Outbox(client, file, waiting, options);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What waits, the next to be sent first.</summary>
    public async Task<IReadOnlyList<QueuedPost>> WaitingAsync(CancellationToken cancel = default)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return [.. posts];
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Queues a message. When this returns it is on the disk, and will be sent whatever happens to the program.</summary>
    /// <param name="room">The <see cref="Room.Id"/> of the room it goes to.</param>
    /// <param name="message">What is said. Where it has no nonce it is given one of 128 random bits.</param>
    /// <param name="cancel">Gives up waiting for one's turn to write.</param>
    /// <exception cref="OutboxFullException">Too many wait already.</exception>
    /// <exception cref="ArgumentException">The text is longer than any server takes, 65,536 UTF-16 units.</exception>
    /// <exception cref="IOException">The file cannot be written: the message was not queued.</exception>
    public async Task<QueuedPost> QueueAsync(long room, NewMessage message, CancellationToken cancel = default)
    {
        if (message.Text.Length > Limits.QueuedText) throw new ArgumentException("no server takes so long a text", nameof(message));
        var nonce = message.Nonce ?? RandomNumberGenerator.GetHexString(2 * Limits.NonceBytes, lowercase: true);

        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(stop.IsCancellationRequested, this);
            if (posts.Count >= options.Capacity) throw new OutboxFullException(options.Capacity);
            var post = new QueuedPost(room, message with { Nonce = nonce }, client.Time.GetUtcNow());
            await Task.Run(() => file.Save([.. posts, post]), CancellationToken.None).ConfigureAwait(false);
            posts.Enqueue(post);
            arrived.Release();
            return post;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Stops sending. What waits stays in the file and is sent by the next outbox opened there.</summary>
    public async ValueTask DisposeAsync()
    {
        if (stop.IsCancellationRequested) return;
        await stop.CancelAsync().ConfigureAwait(false);
        // A message that is being queued is written first.
        await turn.WaitAsync().ConfigureAwait(false);
        turn.Release();
        try
        {
            await sending.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
        }
        finally
        {
            file.Dispose();
        }
    }

    private async Task SendAllAsync()
    {
        while (true)
        {
            await arrived.WaitAsync(stop.Token).ConfigureAwait(false);
            var post = (await WaitingAsync(stop.Token).ConfigureAwait(false))[0];
            var outcome = await SendAsync(post).ConfigureAwait(false);
            if (outcome is not OutboxStopped) await RemoveAsync().ConfigureAwait(false);
            options.Reports?.Report(outcome);
            if (outcome is OutboxStopped) return;
        }
    }

    // Until the server has said yes or no.
    private async Task<OutboxReport> SendAsync(QueuedPost post)
    {
        var backoff = new Backoff(client.Time);
        while (true)
        {
            TimeSpan? asked;
            try
            {
                return new PostSent(post, await client.PostAsync(post.Room, post.Message, stop.Token).ConfigureAwait(false));
            }
            catch (RefusedException refused) when (refused.Status == 401)
            {
                return new OutboxStopped(refused);
            }
            catch (RefusedException refused) when (!refused.MayPass)
            {
                return new PostRefused(post, refused);
            }
            catch (ChatException fault)
            {
                asked = (fault as RefusedException)?.RetryAfter;
                options.Reports?.Report(new PostDelayed(post, fault));
            }
            await backoff.PauseAsync(asked, stop.Token).ConfigureAwait(false);
        }
    }

    // Not given up when the outbox is closed: the answer is known, so it is written down.
    private async Task RemoveAsync()
    {
        await turn.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            posts.Dequeue();
            file.Save([.. posts]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            options.Reports?.Report(new OutboxUnsaved(fault));
        }
        finally
        {
            turn.Release();
        }
    }
}
