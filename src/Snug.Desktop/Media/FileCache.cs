using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>Fetches a file into a stream, as <see cref="ChatClient.DownloadAsync"/> does.</summary>
internal delegate Task Fetch(Attachment file, Stream to, IProgress<long>? progress, CancellationToken cancel);

/// <summary>
/// The files of one server that were fetched, kept in a folder that only the user can read. Used on one thread; the work on
/// the disk and the network is done on others.
/// </summary>
internal sealed class FileCache : IDisposable
{
    // More at once would only be slower each, and the server lets a client have few.
    private const int AtOnce = 4;

    private readonly CacheFolder folder;
    private readonly Fetch fetch;
    private readonly SemaphoreSlim turn = new(AtOnce);
    private readonly CancellationTokenSource closed = new();
    private readonly Dictionary<string, SharedFetch> underWay = [];

    /// <param name="server">Names the server for good: files of two are kept apart.</param>
    public FileCache(CacheFolder folder, string server, Fetch fetch)
    {
        this.folder = folder;
        this.fetch = fetch;
        Server = Key(server);
    }

    private string Server { get; }

    /// <summary>The path of a file, which is fetched when it is not there. Several that want the same wait for one transfer.</summary>
    /// <param name="progress">Told how many bytes have come, from any thread.</param>
    /// <param name="cancel">Ends the waiting; the transfer ends with the last who waits for it.</param>
    /// <exception cref="ChatException">The server did not give it.</exception>
    /// <exception cref="IOException">It cannot be written here.</exception>
    public async Task<string> GetAsync(Attachment file, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var path = PathOf(file);
        if (folder.Holds(path, file.Size)) return path;

        var key = file.Id;
        if (!underWay.TryGetValue(key, out var shared) || shared.IsOver)
        {
            underWay[key] = shared = new SharedFetch(closed.Token);
            shared.Begin(to => FetchAsync(file, path, to, shared.Cancel));
        }
        try
        {
            return await shared.WaitAsync(progress, cancel);
        }
        finally
        {
            // Given up or at its end: the next who asks begins anew, or finds the file.
            if (shared.IsOver && underWay.GetValueOrDefault(key) == shared) underWay.Remove(key);
        }
    }

    /// <summary>The path of a file that was fetched before; null when it is not here.</summary>
    public string? Find(Attachment file) => PathOf(file) is var path && folder.Holds(path, file.Size) ? path : null;

    public void Dispose() => closed.Cancel();

    private async Task<string> FetchAsync(Attachment file, string path, IProgress<long> progress, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            // On pool threads from here: opening a file may wait for the disk.
            return await Task.Run(() => folder.StoreAsync(path, file.Size, to => fetch(file, to, progress, cancel)), cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private string PathOf(Attachment file) => Path.Combine(folder.Root, Server, Key(file.Id));

    // What a server calls its files is no path.
    private static string Key(string text) => Checksum.OfText(text)[..32];
}
