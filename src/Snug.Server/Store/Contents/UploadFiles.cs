namespace Snug.Server.Store.Contents;

/// <summary>
/// Contents as files in a folder, of one server or on a disk that all servers of a chat share. One that comes in stands in
/// <c>tmp</c> under its upload's id until its row is in the database, so that after a crash it is known what it is.
/// </summary>
internal sealed class UploadFiles : IContents
{
    // What is taken away is first put aside under its hash and this.
    private const string Removed = ".removed";

    private readonly IStore store;
    private readonly ContentFolder folder;
    private readonly ArrivingFiles arriving;

    /// <exception cref="StoreException">The folder cannot be used.</exception>
    public UploadFiles(string root, IStore store)
    {
        this.store = store;
        folder = new(root);
        arriving = new(Path.Combine(root, "tmp"), store.Server);
        try
        {
            TakeUpLeft();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder {root} cannot be used: {failure.Message}", failure);
        }
    }

    public long Free => folder.Free;

    public string PathOf(string hash) => folder.PathOf(hash);

    public Task<ReceivedFile> ReceiveAsync(string id, Stream body, CancellationToken cancel) => arriving.ReceiveAsync(id, body, cancel);

    // It gets its place only after its row: a file without a row would be nobody's.
    public Task<int> PrepareAsync(string id, ReceivedFile file, CancellationToken cancel) => Task.FromResult(0);

    public Task KeepAsync(string id, ReceivedFile file)
    {
        ContentFolder.Try(() => folder.Place(arriving.PathOf(id), file.Hash));
        return Task.CompletedTask;
    }

    public void Discard(string id) => arriving.Discard(id);

    public Task<HeldContent?> OpenAsync(UploadRecord file, CancellationToken cancel) =>
        Task.FromResult(File.Exists(PathOf(file.Hash)) ? new HeldContent(PathOf(file.Hash)) : null);

    // Nobody is locked out meanwhile, on whichever server. Who brings the content stores its row first and then puts the file in
    // its place; here the file leaves its place first and rows are looked for then. So either the row is seen here and the file
    // goes back, or the other one's comes to its place after this.
    public async Task<Change> RemoveAsync(string hash, Func<Task<bool>> isNeeded)
    {
        if (await Task.Run(() => store.Read(connection => UploadQueries.HasContent(connection, hash)))) return new ForgetDroppedFile(hash, IsGone: false);
        var aside = arriving.PathOf(hash + Removed);
        if (!ContentFolder.Try(() => TryMove(PathOf(hash), aside))) return new ForgetDroppedFile(hash, IsGone: true);

        var isGone = false;
        try
        {
            isGone = !await isNeeded();
        }
        finally
        {
            ContentFolder.Try(isGone ? () => File.Delete(aside) : () => folder.Place(aside, hash));
        }
        return new ForgetDroppedFile(hash, isGone);
    }

    public void Forget(string hash)
    {
        // Nothing is kept beside.
    }

    // A server that is alone has no others, and what is left by its last run it took up when it started.
    public Task TakeUpLeftAsync() => store.Server == 0 ? Task.CompletedTask : Task.Run(() => ContentFolder.Try(TakeUpLeft));

    public void Dispose()
    {
        // No file is held.
    }

    private void TakeUpLeft()
    {
        // First the files, then who lives: each that lives has been there longer than its files.
        var left = arriving.FindAll();
        if (left.Length == 0) return;
        var alive = store.Server == 0 ? [] : store.Read(UploadQueries.Servers).ToHashSet();
        foreach (var path in left)
            if (ArrivingFiles.Read(path) is var (server, name) && !alive.Contains(server)) TakeUp(path, name);
    }

    // Acknowledged or not, a row means that the whole file had come. Other servers may do the same at the same time.
    private void TakeUp(string path, string name)
    {
        try
        {
            if (FindContent(name) is { } hash) folder.Place(path, hash);
            else File.Delete(path);
        }
        catch (FileNotFoundException)
        {
            // Another server was there first.
        }
    }

    private string? FindContent(string name)
    {
        if (name.EndsWith(Removed, StringComparison.Ordinal))
            return name[..^Removed.Length] is var hash && store.Read(connection => UploadQueries.HasContent(connection, hash)) ? hash : null;
        return store.Read(connection => UploadQueries.Find(connection, [name])) is [var upload] ? upload.Hash : null;
    }

    private static bool TryMove(string from, string to)
    {
        try
        {
            if (!File.Exists(from)) return false;
            File.Move(from, to, overwrite: true);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }
}
