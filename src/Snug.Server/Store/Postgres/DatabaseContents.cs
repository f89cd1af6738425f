using Snug.Server.Store.Contents;

namespace Snug.Server.Store.Postgres;

/// <summary>Contents in the database that all servers share, and those used lately in this server's own folder, from where they are served.</summary>
internal sealed class DatabaseContents : IContents
{
    private readonly IStore store;
    private readonly ContentFolder folder;
    private readonly ArrivingFiles arriving;
    private readonly ContentCache cache;
    private readonly SemaphoreSlim transfers = new(Limits.ContentTransfers);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<bool>> fetches = new(StringComparer.Ordinal);

    /// <param name="root">A folder of this server's alone.</param>
    /// <param name="store">The database.</param>
    /// <param name="most">Bytes that the folder's files may take besides those that are being read.</param>
    /// <exception cref="StoreException">The folder cannot be used.</exception>
    public DatabaseContents(string root, IStore store, long most)
    {
        this.store = store;
        folder = new(root);
        arriving = new(Path.Combine(root, "tmp"), 0);
        try
        {
            // Whatever has its row is in the database.
            foreach (var left in arriving.FindAll()) File.Delete(left);
            cache = new(folder, most);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder {root} cannot be used: {failure.Message}", failure);
        }
    }

    public long Free => folder.Free;

    public Task<ReceivedFile> ReceiveAsync(string id, Stream body, CancellationToken cancel) => arriving.ReceiveAsync(id, body, cancel);

    public async Task<int> PrepareAsync(string id, ReceivedFile file, CancellationToken cancel)
    {
        await TransferAsync(() => store.Read(connection => ContentParts.Store(connection, arriving.PathOf(id), file, cancel)), cancel);
        return ContentParts.Count(file.Size);
    }

    public Task KeepAsync(string id, ReceivedFile file)
    {
        try
        {
            cache.Put(file.Hash, arriving.PathOf(id)).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is stored; who asks for it here has it fetched.
            Discard(id);
        }
        return Task.CompletedTask;
    }

    public void Discard(string id) => arriving.Discard(id);

    public async Task<HeldContent?> OpenAsync(UploadRecord file, CancellationToken cancel)
    {
        for (var tries = 0; tries < Limits.ContentTries; tries++)
        {
            if (cache.TryHold(file.Hash) is { } held) return held;
            if (!await Fetch(file).WaitAsync(cancel)) return null;
            // Fetched, it may have had to make room for others before it was held.
        }
        throw new StoreException("more contents are asked for at once than the cache holds");
    }

    public Task<Change> RemoveAsync(string hash, Func<Task<bool>> isNeeded) => Task.FromResult<Change>(new DropContent(hash));

    public void Forget(string hash) => cache.Remove(hash);

    // What was coming in to a dead server is noted in the database.
    public Task TakeUpLeftAsync() => Task.CompletedTask;

    public void Dispose() => transfers.Dispose();

    // Once at a time, for however many want it; it goes on when the first of them leaves.
    private Task<bool> Fetch(UploadRecord file)
    {
        lock (gate)
        {
            if (!fetches.TryGetValue(file.Hash, out var fetch)) fetches[file.Hash] = fetch = Task.Run(() => FetchAsync(file));
            return fetch;
        }
    }

    private async Task<bool> FetchAsync(UploadRecord file)
    {
        try
        {
            return await TransferAsync(() => FetchNow(file), CancellationToken.None);
        }
        finally
        {
            lock (gate) fetches.Remove(file.Hash);
        }
    }

    private bool FetchNow(UploadRecord file)
    {
        // Somebody may have fetched it since it was looked for.
        if (cache.TryHold(file.Hash) is { } held)
        {
            held.Dispose();
            return true;
        }
        if (Free - file.Size < Limits.DiskReserve) throw new StoreException($"the disk of {folder.Root} is full");

        var path = arriving.PathOf(Path.GetRandomFileName());
        try
        {
            if (!store.Read(connection => ContentParts.Fetch(connection, file, path))) return false;
            ContentFolder.Try(() => cache.Put(file.Hash, path).Dispose());
            return true;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private async Task<T> TransferAsync<T>(Func<T> work, CancellationToken cancel)
    {
        if (!await transfers.WaitAsync(Limits.TurnWait, cancel)) throw new StoreException("too many files are on their way between this server and the database");
        try
        {
            return await Task.Run(work, cancel);
        }
        finally
        {
            transfers.Release();
        }
    }
}
