using Snug.Client;

namespace Snug.Desktop.Media;

/// <summary>What all that shows files in one window shares. Disposed of with the window: transfers then end.</summary>
internal sealed class FileDesk : IDisposable
{
    private readonly CancellationTokenSource closed = new();

    /// <param name="server">Names the server for good, such as its address.</param>
    /// <param name="folder">Where files are kept; null for the user's own cache.</param>
    public FileDesk(string server, Fetch fetch, TimeProvider time, CacheFolder? folder = null)
    {
        Time = time;
        Folder = folder ?? CacheFolder.OfUser(time);
        Files = new FileCache(Folder, server, fetch);
    }

    public TimeProvider Time { get; }

    public CacheFolder Folder { get; }

    public FileCache Files { get; }

    public Thumbnails Thumbnails { get; } = new();

    public Playing Playing { get; } = new();

    /// <summary>The window has gone.</summary>
    public CancellationToken Closed => closed.Token;

    /// <summary>Something went wrong that no view is there to tell any more.</summary>
    public event Action<string>? Failed;

    public void Tell(string failure) => Failed?.Invoke(failure);

    /// <summary>Copies a file to where the person wants it, and fetches it first when it is not here.</summary>
    /// <exception cref="ChatException">The server did not give it.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public async Task SaveAsync(Attachment file, string path, IProgress<long>? progress = null, CancellationToken cancel = default)
    {
        var kept = await Files.GetAsync(file, progress, cancel);
        await Task.Run(() => Copy(kept, path), cancel);
    }

    public void Dispose()
    {
        closed.Cancel();
        Playing.Stop();
        Files.Dispose();
        Thumbnails.Dispose();
    }

    // What is there stays whole until the new one is. A copy of the bytes alone: what is kept is for its user's eyes only, and what
    // was saved is a file like those beside it.
    private static void Copy(string kept, string path)
    {
        var part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetRandomFileName()}.part");
        try
        {
            using (var from = File.OpenRead(kept))
            using (var to = new FileStream(part, FileMode.CreateNew)) from.CopyTo(to);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
