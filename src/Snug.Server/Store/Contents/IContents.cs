namespace Snug.Server.Store.Contents;

/// <summary>
/// The bytes of uploads, each content once, under its hash. A file comes in, is made ready, gets its row in the log, and is then
/// kept; the other way round, the rows go first, and what no row needs is taken away afterwards.
/// </summary>
internal interface IContents : IDisposable
{
    /// <summary>Bytes left on the disk that files come to first.</summary>
    long Free { get; }

    /// <summary>Writes a body to the disk as it comes.</summary>
    /// <exception cref="StoreException">The disk does not take it. Whatever the body throws is passed on; nothing is left then.</exception>
    Task<ReceivedFile> ReceiveAsync(string id, Stream body, CancellationToken cancel);

    /// <summary>Makes a file that has come in ready for its row.</summary>
    /// <returns>How many parts of it the row's transaction has to find in the database (<see cref="AddUpload.Parts"/>).</returns>
    /// <exception cref="StoreException">It cannot be stored.</exception>
    Task<int> PrepareAsync(string id, ReceivedFile file, CancellationToken cancel);

    /// <summary>Gives a file that has come in, and has its row, its place.</summary>
    /// <exception cref="StoreException">It cannot be put there.</exception>
    Task KeepAsync(string id, ReceivedFile file);

    /// <summary>Forgets a file that has come in but is not wanted.</summary>
    void Discard(string id);

    /// <summary>A content as a file, to be let go of when it has been read; null where it is not there.</summary>
    /// <exception cref="StoreException">It cannot be had now.</exception>
    Task<HeldContent?> OpenAsync(UploadRecord file, CancellationToken cancel);

    /// <summary>Takes away a content that nothing needs, as far as that is not the log's.</summary>
    /// <param name="hash">The content.</param>
    /// <param name="isNeeded">Asked when who brings it from now on brings it anew.</param>
    /// <returns>What the log has to do.</returns>
    /// <exception cref="StoreException">It cannot be taken away.</exception>
    Task<Change> RemoveAsync(string hash, Func<Task<bool>> isNeeded);

    /// <summary>A content was taken away by some server: what is kept of it beside is of no use.</summary>
    void Forget(string hash);

    /// <summary>Looks after what dead servers had coming in.</summary>
    /// <exception cref="StoreException">It cannot be looked at.</exception>
    Task TakeUpLeftAsync();
}

/// <summary>A file that has come in.</summary>
/// <param name="Head">Its first bytes.</param>
internal sealed record ReceivedFile(string Hash, long Size, ReadOnlyMemory<byte> Head);
