using System.Security.Cryptography;

namespace Snug.Server.Store;

/// <summary>A file that has come in.</summary>
/// <param name="Head">Its first bytes.</param>
internal sealed record ReceivedFile(string Hash, long Size, ReadOnlyMemory<byte> Head);

/// <summary>
/// The bytes of uploads: one file for each content, named by its hash. One that comes in stands in <c>uploads/tmp</c> under
/// its upload's id until its row is in the database, so that after a crash it is known what it is.
/// </summary>
internal sealed class UploadFiles : IDisposable
{
    private readonly string root, arriving;
    // A content is taken away and brought again one after the other, or the taking would hit what was just brought.
    private readonly SemaphoreSlim gate = new(1);
    private long bytes;

    /// <exception cref="StoreException">The folder cannot be used.</exception>
    public UploadFiles(DataFolder folder, IStore store)
    {
        root = Path.Combine(folder.Path, "uploads");
        arriving = Path.Combine(root, "tmp");
        bytes = store.Read(UploadQueries.BytesInAll);
        try
        {
            Directory.CreateDirectory(arriving);
            foreach (var left in Directory.EnumerateFiles(arriving)) TakeUp(left, store);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder {root} cannot be used: {failure.Message}", failure);
        }
    }

    /// <summary>Bytes of all contents.</summary>
    public long Bytes => Interlocked.Read(ref bytes);

    /// <summary>Bytes that the disk has left.</summary>
    public long Free => new DriveInfo(root).AvailableFreeSpace;

    public string PathOf(string hash) => Path.Combine(root, hash[..2], hash[2..]);

    /// <summary>Writes a body to the disk as it comes.</summary>
    /// <exception cref="StoreException">The disk does not take it. Whatever the body throws is passed on; nothing is left then.</exception>
    public async Task<ReceivedFile> ReceiveAsync(string id, Stream body, CancellationToken cancel)
    {
        var path = PathOfArriving(id);
        try
        {
            using var file = Try(() => File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var head = new MemoryStream();
            var buffer = new byte[Limits.WriteBuffer];
            long size = 0;
            while (await body.ReadAsync(buffer, cancel) is > 0 and var count)
            {
                // The body's bytes come on a socket thread, and what follows blocks.
                await Task.Yield();
                hash.AppendData(buffer, 0, count);
                if (size < Limits.SniffedBytes) head.Write(buffer, 0, (int)Math.Min(count, Limits.SniffedBytes - size));
                Try(() => RandomAccess.Write(file, buffer.AsSpan(0, count), size));
                size += count;
            }
            await Task.Yield();
            Try(() => RandomAccess.FlushToDisk(file));
            return new(Convert.ToHexStringLower(hash.GetHashAndReset()), size, head.ToArray());
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Gives a file that has come in, and has its row, its place.</summary>
    /// <exception cref="StoreException">It cannot be put there.</exception>
    public async Task KeepAsync(string id, ReceivedFile file)
    {
        await gate.WaitAsync();
        try
        {
            if (Try(() => Keep(PathOfArriving(id), file.Hash))) Interlocked.Add(ref bytes, file.Size);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Forgets a file that has come in but is not wanted.</summary>
    public void Discard(string id) => File.Delete(PathOfArriving(id));

    /// <summary>Takes away the file of a content that nothing needs.</summary>
    /// <param name="hash">The content.</param>
    /// <param name="isNeeded">Asked while no file gets its place: who brings the content from then on brings it anew.</param>
    /// <exception cref="StoreException">It cannot be taken away.</exception>
    public async Task RemoveAsync(string hash, Func<Task<bool>> isNeeded)
    {
        await gate.WaitAsync();
        try
        {
            var file = new FileInfo(PathOf(hash));
            if (await isNeeded() || !file.Exists) return;
            var size = file.Length;
            Try(file.Delete);
            Interlocked.Add(ref bytes, -size);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    // What a crash left behind: acknowledged or not, a row means that the whole file had come.
    private void TakeUp(string left, IStore store)
    {
        var rows = store.Read(connection => UploadQueries.Find(connection, [Path.GetFileName(left)]));
        if (rows is [var upload]) Keep(left, upload.Hash);
        else File.Delete(left);
    }

    // Whether the content is there for the first time.
    private bool Keep(string from, string hash)
    {
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            File.Delete(from);
            return false;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(from, path);
        return true;
    }

    private string PathOfArriving(string id) => Path.Combine(arriving, id);

    private static void Try(Action touchDisk) => Try(() =>
    {
        touchDisk();
        return true;
    });

    private static T Try<T>(Func<T> touchDisk)
    {
        try
        {
            return touchDisk();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"a file could not be stored: {failure.Message}", failure);
        }
    }
}
